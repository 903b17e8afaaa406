package io.quarkiverse.usecache.runtime.tag;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Stands for all tags without a state: some of them were revalidated at this time or before. It is why a tag that nobody has
 * costs no memory.
 */
final class Floor {

    private final AtomicLong expired = new AtomicLong();
    private final AtomicLong stale = new AtomicLong();

    long expired() {
        return expired.get();
    }

    long stale() {
        return stale.get();
    }

    void raiseExpired(long sequence) {
        expired.accumulateAndGet(sequence, Math::max);
    }

    void raiseStale(long sequence) {
        stale.accumulateAndGet(sequence, Math::max);
    }
}
