package io.quarkiverse.usecache.runtime.purge;

import java.util.Map;

import io.quarkiverse.usecache.RevalidationMode;

/**
 * What one request purges.
 *
 * @param tags none if everything is
 * @param since when the first of the revalidations took effect, by the ticker
 */
record Batch(Map<String, Waiting> tags, RevalidationMode mode, long sequence, long since) {

    /**
     * A tag, or everything, that is to be purged. Compared by identity: what is revalidated anew waits anew.
     *
     * @param since when the first revalidation took effect that is not purged
     */
    static final class Waiting {

        final RevalidationMode mode;
        final long sequence;
        final long since;
        boolean underWay;

        Waiting(RevalidationMode mode, long sequence, long since) {
            this.mode = mode;
            this.sequence = sequence;
            this.since = since;
        }

        /** What takes its place: a purge that may fail must not be weaker the next time. */
        Waiting followedBy(RevalidationMode next, long nextSequence, long now) {
            RevalidationMode both = mode == RevalidationMode.EXPIRE ? mode : next;
            return new Waiting(both, Math.max(sequence, nextSequence), underWay ? now : since);
        }
    }

    boolean isEverything() {
        return tags.isEmpty();
    }

    String text() {
        return isEverything() ? "Everything" : "[" + tags.size() + "] tags";
    }
}
