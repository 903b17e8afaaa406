package io.quarkiverse.usecache.runtime.purge;

import java.util.Collection;

import io.quarkiverse.usecache.RevalidationMode;

/**
 * What one target is told of, and how often.
 *
 * @param repeats {@code null} for once
 */
record Purging(PurgeTarget target, boolean onClear, Repeats repeats) {

    void revalidated(RevalidationMode mode, Collection<String> tags, long sequence) {
        target.add(mode, tags, sequence);
        if (repeats != null) {
            repeats.add(mode, tags, sequence);
        }
    }

    void cleared() {
        if (onClear) {
            target.addEverything();
            if (repeats != null) {
                repeats.addEverything();
            }
        }
    }
}
