package io.quarkiverse.usecache.runtime.wiring;

import java.util.List;

import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import com.github.benmanes.caffeine.cache.Ticker;

import io.quarkiverse.usecache.runtime.call.CallAdapters;
import io.quarkiverse.usecache.runtime.event.CacheListener;
import io.quarkiverse.usecache.runtime.event.CacheListeners;
import io.quarkiverse.usecache.runtime.event.RevalidationCounts;
import io.quarkiverse.usecache.runtime.load.Completion;
import io.quarkiverse.usecache.runtime.load.InFlight;
import io.quarkiverse.usecache.runtime.load.Loader;
import io.quarkiverse.usecache.runtime.load.Refreshes;
import io.quarkiverse.usecache.runtime.load.Sweep;
import io.quarkiverse.usecache.runtime.method.CachedMethodDescriptor;
import io.quarkiverse.usecache.runtime.method.CachedMethods;
import io.quarkiverse.usecache.runtime.method.MethodCatalog;
import io.quarkiverse.usecache.runtime.security.RefreshRule;
import io.quarkiverse.usecache.runtime.session.RequestViews;
import io.quarkiverse.usecache.runtime.session.SessionReadViews;
import io.quarkiverse.usecache.runtime.store.EntryStores;
import io.quarkiverse.usecache.runtime.store.FreshnessCheck;
import io.quarkiverse.usecache.runtime.store.ValueRule;
import io.quarkiverse.usecache.runtime.store.ValueRules;
import io.quarkiverse.usecache.runtime.suspend.Suspensions;
import io.quarkiverse.usecache.runtime.tag.LayeredRevalidator;
import io.quarkiverse.usecache.runtime.tag.RevalidationClock;
import io.quarkiverse.usecache.runtime.tag.Revalidator;
import io.quarkiverse.usecache.runtime.tag.RevalidatorLayer;
import io.quarkiverse.usecache.runtime.transaction.Transactions;
import io.quarkus.arc.All;
import io.quarkus.runtime.ApplicationConfig;
import io.quarkus.runtime.BlockingOperationControl;
import io.quarkus.runtime.ExecutorRecorder;

/** Assembles the algorithm. */
@Singleton
public class CacheBeans {

    /** Where there are no virtual threads; beyond it, an event loop hands over itself. */
    private static final int MOST_HAND_OVERS = 64;

    @Produces
    @Singleton
    RevalidationClock clock() {
        return new RevalidationClock();
    }

    @Produces
    @Singleton
    Revalidator revalidator(Sharing sharing, RevalidationClock clock, @All List<RevalidatorLayer> layers) {
        return new LayeredRevalidator(sharing.revalidator(clock), layers);
    }

    @Produces
    @Singleton
    RevalidationCounts revalidations() {
        return new RevalidationCounts();
    }

    @Produces
    @Singleton
    CacheListeners listeners(@All List<CacheListener> listeners) {
        return new CacheListeners(listeners);
    }

    @Produces
    @Singleton
    EntryStores stores(MethodCatalog catalog, CacheBounds bounds, RevalidationClock clock, Ticker ticker,
            CacheListeners listeners, ApplicationConfig application, Sharing sharing) {
        return new EntryStores(application.name().orElse(""),
                catalog.cached().stream().map(CachedMethodDescriptor::cache).toList(),
                bounds::of, sharing::leaseOf, clock, ticker, listeners);
    }

    @Produces
    @Singleton
    CachedMethods methods(MethodCatalog catalog, CacheLives lives) {
        return new CachedMethods(catalog.cached(), lives::of, lives::profile);
    }

    @Produces
    @Singleton
    FreshnessCheck freshness(RevalidationClock clock, Ticker ticker) {
        return new FreshnessCheck(clock, ticker);
    }

    @Produces
    @Singleton
    InFlight inFlight() {
        return new InFlight();
    }

    @Produces
    @Singleton
    Loader loader(RevalidationClock clock, Transactions transactions, RequestViews requests, FreshnessCheck freshness,
            InFlight inFlight, CacheListeners listeners, Sharing sharing) {
        return new Loader(clock, sharing.views(new SessionReadViews(transactions, requests)), freshness, inFlight,
                listeners);
    }

    @Produces
    @Singleton
    Completion completion(RevalidationClock clock, FreshnessCheck freshness, InFlight inFlight, CacheListeners listeners,
            EntryStores stores, CacheTimes times, RefreshRule rule, @All List<ValueRule> rules) {
        Sweep sweep = new Sweep(clock, freshness, stores, inFlight, ExecutorRecorder.getCurrent(), times.joinTimeout());
        return new Completion(freshness, inFlight, listeners, sweep, times.refreshRetry(), rule::needsCaller,
                new ValueRules(rules));
    }

    @Produces
    @Singleton
    CallAdapters adapters(RevalidationClock clock, FreshnessCheck freshness, InFlight inFlight, Loader loader,
            Completion completion, Refreshes refreshes, Transactions transactions, CacheListeners listeners, CacheTimes times,
            Instance<Suspensions> suspensions) {
        return new CallAdapters(clock, freshness, inFlight, loader, completion, refreshes, transactions, listeners,
                times.joinTimeout(), BlockingOperationControl::isBlockingAllowed, BackgroundBeans.threads(MOST_HAND_OVERS),
                BackgroundBeans.threads(Integer.MAX_VALUE), suspensions::get);
    }
}
