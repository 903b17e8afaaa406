package io.quarkiverse.usecache.runtime.call;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

import io.quarkiverse.usecache.runtime.event.CacheListeners;
import io.quarkiverse.usecache.runtime.load.Completion;
import io.quarkiverse.usecache.runtime.load.InFlight;
import io.quarkiverse.usecache.runtime.load.Loader;
import io.quarkiverse.usecache.runtime.load.ReadViews;
import io.quarkiverse.usecache.runtime.load.Refreshes;
import io.quarkiverse.usecache.runtime.method.ReturnKind;
import io.quarkiverse.usecache.runtime.store.FreshnessCheck;
import io.quarkiverse.usecache.runtime.suspend.Suspensions;
import io.quarkiverse.usecache.runtime.tag.RevalidationClock;

/** The adapters of the one algorithm to the ways in which methods return. */
public final class CallAdapters {

    private final ValueCalls values;
    private final UniCalls unis;
    private final StageCalls stages;
    private final UniCalls suspended;

    /**
     * @param joinTimeout for how long a load is waited for
     * @param mayBlock whether the calling thread may wait; an event loop must not
     * @param handOver gives what was waited for without a thread to calls that may block
     * @param late runs what begins when a wait without a thread has taken too long
     * @param suspensions asked only for suspend functions
     */
    public CallAdapters(RevalidationClock clock, FreshnessCheck freshness, InFlight inFlight, Loader loader,
            Completion completion, Refreshes refreshes, ReadViews views, CacheListeners listeners, Duration joinTimeout,
            BooleanSupplier mayBlock, Executor handOver, Executor late, Supplier<Suspensions> suspensions) {
        Leads leads = new Leads(loader, inFlight, views, listeners);
        ReadThrough readThrough = new ReadThrough(clock, freshness, inFlight, loader, leads, refreshes, views, listeners,
                joinTimeout);
        AfterWait afterWait = new AfterWait(readThrough, leads, freshness, listeners, joinTimeout);
        WaitGraph waits = new WaitGraph();
        this.values = new ValueCalls(readThrough, afterWait, leads, completion, refreshes, waits, mayBlock);
        this.unis = new UniCalls(readThrough, afterWait, leads, completion, refreshes, waits, handOver, late);
        this.stages = new StageCalls(unis);
        this.suspended = unis.running(load -> suspensions.get().run(load, () -> CallerContext.laterOn(handOver)));
    }

    /** The adapter to a suspend function gives a {@code Uni}, which is yet to be {@linkplain Suspensions#await awaited}. */
    public CallAdapter forKind(ReturnKind kind) {
        return switch (kind) {
            case VALUE -> values;
            case UNI -> unis;
            case STAGE -> stages;
            case SUSPEND -> suspended;
        };
    }
}
