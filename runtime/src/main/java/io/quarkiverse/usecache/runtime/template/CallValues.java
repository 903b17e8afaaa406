package io.quarkiverse.usecache.runtime.template;

import io.quarkiverse.usecache.runtime.template.TagTemplate.Reference;

/**
 * What a template reads in one call.
 *
 * @param elements the element that is looked at now, for each source of elements
 */
record CallValues(Object[] args, Object result, Object[] elements) {

    /** The argument at the position, or the result. */
    Object root(int position) {
        return position == Reference.RESULT ? result : args[position];
    }
}
