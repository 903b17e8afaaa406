package io.quarkiverse.usecache.runtime.cdi;

import java.time.Duration;
import java.util.List;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import com.github.benmanes.caffeine.cache.Ticker;

import io.quarkiverse.usecache.runtime.config.UseCacheConfig;
import io.quarkiverse.usecache.runtime.fill.CachedMethod;
import io.quarkiverse.usecache.runtime.fill.CachedMethods;
import io.quarkiverse.usecache.runtime.fill.CallAdapters;
import io.quarkiverse.usecache.runtime.fill.CallListener;
import io.quarkiverse.usecache.runtime.fill.Fills;
import io.quarkiverse.usecache.runtime.fill.Refreshes;
import io.quarkiverse.usecache.runtime.fill.SlotStores;
import io.quarkiverse.usecache.runtime.intercept.CallGuards;
import io.quarkiverse.usecache.runtime.intercept.ReloadWish;
import io.quarkiverse.usecache.runtime.life.LifeProfiles;
import io.quarkiverse.usecache.runtime.method.CachedMethodDescriptor;
import io.quarkiverse.usecache.runtime.method.MethodCatalog;
import io.quarkiverse.usecache.runtime.tag.Revalidations;
import io.quarkiverse.usecache.runtime.transaction.Transactions;
import io.quarkus.arc.All;
import io.quarkus.arc.DefaultBean;
import io.quarkus.runtime.BlockingOperationControl;
import io.quarkus.runtime.ExecutorRecorder;
import io.quarkus.runtime.StartupEvent;

/** Assembles the cache from what the build recorded and what is configured. */
@Singleton
public class CacheBeans {

    /** The first call assembles all this, but a mistake in the configuration does not wait for it. */
    void check(@Observes StartupEvent event, MethodCatalog catalog, CacheBounds bounds, KeyGenerators generators,
            UseCacheConfig config) {
        joinTimeout(config);
        for (CachedMethodDescriptor method : catalog.cached()) {
            bounds.of(method.cache());
            generators.of(method.keyGenerator());
        }
    }

    @Produces
    @Singleton
    Revalidations revalidations() {
        return new Revalidations();
    }

    @Produces
    @DefaultBean
    @Singleton
    Ticker ticker() {
        return Ticker.systemTicker();
    }

    @Produces
    @DefaultBean
    @Singleton
    Transactions transactions() {
        return Transactions.NONE;
    }

    @Produces
    @DefaultBean
    @Singleton
    CallGuards guards() {
        return CallGuards.NONE;
    }

    @Produces
    @DefaultBean
    @Singleton
    ReloadWish reloadWish() {
        return ReloadWish.NEVER;
    }

    @Produces
    @Singleton
    SlotStores stores(MethodCatalog catalog, CacheBounds bounds, Revalidations revalidations) {
        return new SlotStores(catalog.cached().stream().map(CachedMethodDescriptor::cache).toList(), bounds::of, revalidations);
    }

    @Produces
    @Singleton
    CachedMethods methods(MethodCatalog catalog, SlotStores stores, LifeProfiles profiles, KeyGenerators generators) {
        return new CachedMethods(catalog.cached().stream()
                .map(descriptor -> new CachedMethod(descriptor, stores.get(descriptor.cache()), profiles::get,
                        generators.of(descriptor.keyGenerator())))
                .toList());
    }

    @Produces
    @Singleton
    Fills fills(Revalidations revalidations, Transactions transactions, Ticker ticker, UseCacheConfig config,
            @All List<CallListener> listeners, SlotStores stores) {
        return new Fills(revalidations, transactions, ticker, config.refreshRetry(), CallListener.of(listeners), stores,
                ExecutorRecorder.getCurrent());
    }

    @Produces
    @Singleton
    CallAdapters adapters(Fills fills, Refreshes refreshes, UseCacheConfig config) {
        return new CallAdapters(fills, refreshes, joinTimeout(config), BlockingOperationControl::isBlockingAllowed);
    }

    private static Duration joinTimeout(UseCacheConfig config) {
        Duration timeout = config.joinTimeout();
        if (timeout.isZero() || timeout.isNegative()) {
            throw new IllegalArgumentException("quarkus.use-cache.join-timeout [" + timeout
                    + "] must be positive. Use 1ms for calls that should hardly wait.");
        }
        return timeout;
    }
}
