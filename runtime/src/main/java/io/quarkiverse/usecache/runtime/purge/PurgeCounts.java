package io.quarkiverse.usecache.runtime.purge;

import java.util.concurrent.atomic.LongAdder;

/** What one target was asked since the application started. Thread-safe. */
public final class PurgeCounts {

    private final LongAdder succeeded = new LongAdder();
    private final LongAdder failed = new LongAdder();
    private final LongAdder tags = new LongAdder();
    private final LongAdder everything = new LongAdder();

    void purged(Batch batch) {
        succeeded.increment();
        tags.add(batch.tags().size());
        if (batch.isEverything()) {
            everything.increment();
        }
    }

    void failed() {
        failed.increment();
    }

    public long succeeded() {
        return succeeded.sum();
    }

    public long failures() {
        return failed.sum();
    }

    public long tags() {
        return tags.sum();
    }

    public long everything() {
        return everything.sum();
    }
}
