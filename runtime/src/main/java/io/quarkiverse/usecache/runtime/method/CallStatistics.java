package io.quarkiverse.usecache.runtime.method;

import java.util.concurrent.atomic.LongAdder;

/** What has become of the calls of one method since the application started. Thread-safe. */
public final class CallStatistics {

    private final LongAdder hits = new LongAdder();
    private final LongAdder staleHits = new LongAdder();
    private final LongAdder misses = new LongAdder();
    private final LongAdder joined = new LongAdder();
    private final LongAdder sharedHits = new LongAdder();
    private final LongAdder loads = new LongAdder();
    private final LongAdder failures = new LongAdder();

    CallStatistics() {
    }

    public void hit() {
        hits.increment();
    }

    public void staleHit() {
        staleHits.increment();
    }

    public void miss() {
        misses.increment();
    }

    public void join() {
        joined.increment();
    }

    public void sharedHit() {
        sharedHits.increment();
    }

    public void load(boolean failed) {
        loads.increment();
        if (failed) {
            failures.increment();
        }
    }

    /** Calls that were given a fresh value. */
    public long hits() {
        return hits.sum();
    }

    /** Calls that were given a stale value. */
    public long staleHits() {
        return staleHits.sum();
    }

    /** Calls that did not find a value on this node. */
    public long misses() {
        return misses.sum();
    }

    /** Calls that were given what another had loaded meanwhile. */
    public long joined() {
        return joined.sum();
    }

    /** Values that came from a shared store, so that the method did not run. */
    public long sharedHits() {
        return sharedHits.sum();
    }

    /** Loads that have ended, those of refreshes too. */
    public long loads() {
        return loads.sum();
    }

    /** Loads that have failed. */
    public long failures() {
        return failures.sum();
    }
}
