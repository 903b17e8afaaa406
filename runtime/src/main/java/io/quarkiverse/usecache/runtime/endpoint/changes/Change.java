package io.quarkiverse.usecache.runtime.endpoint.changes;

import java.util.List;

import io.quarkiverse.usecache.RevalidationMode;

/**
 * A revalidation, numbered by this node.
 *
 * @param tags none if anything may have changed
 */
record Change(long number, RevalidationMode mode, List<String> tags) {

    boolean isOfAnything() {
        return tags.isEmpty();
    }
}
