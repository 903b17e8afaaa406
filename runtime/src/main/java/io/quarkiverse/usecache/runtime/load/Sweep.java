package io.quarkiverse.usecache.runtime.load;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

import org.jboss.logging.Logger;

import io.quarkiverse.usecache.runtime.life.Life;
import io.quarkiverse.usecache.runtime.store.Entry;
import io.quarkiverse.usecache.runtime.store.EntryStore;
import io.quarkiverse.usecache.runtime.store.EntryStores;
import io.quarkiverse.usecache.runtime.store.Freshness;
import io.quarkiverse.usecache.runtime.store.FreshnessCheck;
import io.quarkiverse.usecache.runtime.tag.RevalidationClock;
import io.quarkiverse.usecache.runtime.tag.TagState;

/**
 * Frees the memory of entries that will not be served again, of loads that do not end, and of tags that no entry carries. It
 * runs now and then, behind a load, and nothing depends on when.
 */
public final class Sweep {

    private static final Logger LOG = Logger.getLogger(Sweep.class);
    private static final long INTERVAL = Duration.ofMinutes(1).toNanos();
    /** A load that is so many times older than calls wait for it is taken for one that never ends. */
    private static final int NEVER_ENDING = 10;
    private static final long FEWEST_TAGS = 1_024;

    private final RevalidationClock clock;
    private final FreshnessCheck freshness;
    private final EntryStores stores;
    private final InFlight inFlight;
    private final Executor executor;
    private final long longestLoad;
    private final AtomicBoolean running = new AtomicBoolean();
    private volatile long dueAt;
    private volatile long dueTags = FEWEST_TAGS;

    /**
     * @param executor runs sweeps
     * @param joinTimeout the age from which on a load is not waited for
     */
    public Sweep(RevalidationClock clock, FreshnessCheck freshness, EntryStores stores, InFlight inFlight, Executor executor,
            Duration joinTimeout) {
        this.clock = clock;
        this.freshness = freshness;
        this.stores = stores;
        this.inFlight = inFlight;
        this.executor = executor;
        this.longestLoad = times(NEVER_ENDING, Life.nanos(joinTimeout));
        this.dueAt = freshness.now() + INTERVAL;
    }

    private static long times(int factor, long nanos) {
        return nanos > Life.FOR_EVER / factor ? Life.FOR_EVER : factor * nanos;
    }

    /** Sweeps if a while has passed, or if as many tags have become known as were in use, which bounds those that are not. */
    void afterLoad() {
        boolean due = freshness.now() - dueAt >= 0 || clock.knownTags() >= dueTags;
        if (due && running.compareAndSet(false, true)) {
            start();
        }
    }

    private void start() {
        try {
            executor.execute(this::runAndRest);
        } catch (RejectedExecutionException e) {
            LOG.debugf("Not swept: [%s]", e.getMessage());
            running.set(false);
        }
    }

    private void runAndRest() {
        long used = 0;
        try {
            used = run();
        } finally {
            dueTags = clock.knownTags() + Math.max(FEWEST_TAGS, used);
            dueAt = freshness.now() + INTERVAL;
            running.set(false);
        }
    }

    /** Returns how many tags are in use. */
    public long run() {
        long sweep = clock.startSweep();
        Consumer<TagState> used = tag -> clock.markUsed(tag, sweep);
        inFlight.all().forEach(load -> sweep(load, used));
        stores.all().forEach(store -> sweep(store, used));
        return clock.dropUnused(sweep);
    }

    /** Loads come before entries, because they become entries. */
    private void sweep(Load load, Consumer<TagState> used) {
        if (freshness.now() - load.begun() > longestLoad) {
            load.method().warnStuck("A load", TimeUnit.NANOSECONDS.toMillis(longestLoad));
            inFlight.drop(load);
        } else if (load.collector() != null) {
            load.collector().tags().forEach(used);
        }
    }

    private void sweep(EntryStore store, Consumer<TagState> used) {
        store.entries().forEach(found -> {
            Entry entry = found.getValue();
            if (freshness.of(entry) == Freshness.GONE) {
                store.remove(found.getKey(), entry);
            } else {
                entry.tags().forEach(used);
            }
        });
    }
}
