package io.quarkiverse.usecache.runtime.template;

import java.util.List;

import io.quarkiverse.usecache.runtime.template.TagTemplate.Member;

/**
 * Something whose elements a template takes, each by itself: references that take the same elements read the same one.
 *
 * @param parent the source whose element this one is read from, or {@code null} for an argument or the result
 * @param path the members to read up to the elements
 */
record ElementSource(int position, ElementSource parent, List<Member> path) {

    /** The source of what the reference reads, or {@code null} if it takes no elements. */
    static ElementSource of(TagTemplate.Reference reference) {
        ElementSource source = null;
        for (List<Member> path : reference.paths().subList(0, reference.paths().size() - 1)) {
            source = new ElementSource(reference.position(), source, path);
        }
        return source;
    }
}
