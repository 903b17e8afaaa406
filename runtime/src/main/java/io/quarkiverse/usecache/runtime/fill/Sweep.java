package io.quarkiverse.usecache.runtime.fill;

import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

import org.jboss.logging.Logger;

import io.quarkiverse.usecache.runtime.tag.Revalidations;
import io.quarkiverse.usecache.runtime.tag.TagState;

/**
 * Frees the memory of entries that will not be served again and of tags that no entry carries. It runs now and then, behind a
 * load, and nothing depends on when.
 */
final class Sweep {

    private static final Logger LOG = Logger.getLogger(Sweep.class);
    private static final long INTERVAL = Duration.ofMinutes(1).toNanos();
    private static final long FEWEST_TAGS = 1_024;

    private final Fills fills;
    private final Collection<SlotStore> stores;
    private final Executor executor;
    private final AtomicBoolean running = new AtomicBoolean();
    private volatile long dueAt;
    private volatile long dueTags = FEWEST_TAGS;

    Sweep(Fills fills, Collection<SlotStore> stores, Executor executor) {
        this.fills = fills;
        this.stores = stores;
        this.executor = executor;
        this.dueAt = fills.now() + INTERVAL;
    }

    /** Sweeps if a while has passed, or if twice as many tags are known as were in use. */
    void afterFill(long now) {
        boolean due = now - dueAt >= 0 || fills.revalidations().knownTags() >= dueTags;
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
        try {
            run();
        } finally {
            dueTags = Math.max(FEWEST_TAGS, 2 * fills.revalidations().knownTags());
            dueAt = fills.now() + INTERVAL;
            running.set(false);
        }
    }

    void run() {
        Revalidations revalidations = fills.revalidations();
        long sweep = revalidations.startSweep();
        stores.forEach(store -> sweep(store, tag -> revalidations.markUsed(tag, sweep)));
        revalidations.dropUnused(sweep);
    }

    /** Loads come first, because they become entries. */
    private void sweep(SlotStore store, Consumer<TagState> used) {
        store.loads().all().forEach(load -> load.scope().tags().forEach(used));
        store.entries().forEach(entry -> {
            Slot slot = entry.getValue();
            if (fills.check(slot) == Freshness.GONE) {
                store.remove(entry.getKey(), slot);
            } else {
                slot.tags().forEach(used);
            }
        });
    }
}
