package io.quarkiverse.usecache.runtime.load;

import io.quarkiverse.usecache.runtime.tag.PendingRevalidations;

/** What the transaction in progress, and what else stands between a call and the data, means for cached calls. */
public interface ReadViews {

    /** There is nothing in between. */
    ReadViews NONE = new ReadViews() {
    };

    /**
     * The view of a load that begins now, on this thread.
     *
     * @param stamp the logical time
     */
    default ReadView at(long stamp) {
        return ReadView.at(stamp);
    }

    /** Whether what the calling thread holds, such as locks, may be what another's load waits for. */
    default boolean mayHoldLocks() {
        return false;
    }

    /** Whether any transaction, of whatever thread, will revalidate something when it commits. */
    default boolean anyPending() {
        return pending() != null;
    }

    /** What this transaction will revalidate when it commits, or {@code null} for nothing. */
    default PendingRevalidations pending() {
        return null;
    }
}
