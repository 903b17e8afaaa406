package io.quarkiverse.usecache.runtime.observability.meter;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import io.quarkiverse.usecache.runtime.event.CacheListener;
import io.quarkiverse.usecache.runtime.event.LoadEnded;
import io.quarkiverse.usecache.runtime.event.Removal;
import io.quarkiverse.usecache.runtime.event.StoredValue;
import io.quarkiverse.usecache.runtime.key.CallKey;
import io.quarkiverse.usecache.runtime.method.CachedMethod;
import io.quarkiverse.usecache.runtime.method.CachedMethods;
import io.quarkiverse.usecache.runtime.method.SharedMethods;
import io.quarkiverse.usecache.runtime.store.EntryStores;
import io.quarkus.runtime.StartupEvent;

/** Moves the meters of all caches, each of which has its own from the start, or from its first miss on. Hits it is not told. */
@Singleton
public class CacheMetersListener implements CacheListener {

    private final OwnMeters meters;
    private final CachedMethods methods;
    private final Instance<EntryStores> stores;
    private final Instance<SharedMethods> shared;
    private final Map<String, CacheMeters> byCache = new ConcurrentHashMap<>();

    /**
     * @param stores are made after their listeners
     * @param shared is there where caches are in a shared store
     */
    @Inject
    CacheMetersListener(OwnMeters meters, CachedMethods methods, Instance<EntryStores> stores,
            Instance<SharedMethods> shared) {
        this.meters = meters;
        this.methods = methods;
        this.stores = stores;
        this.shared = shared;
    }

    /** The caches that are known now have meters that say 0. */
    void start(@Observes StartupEvent event) {
        stores.get().all().forEach(store -> of(store.name()));
    }

    private CacheMeters of(String cache) {
        return byCache.computeIfAbsent(cache, this::make);
    }

    private CacheMeters make(String cache) {
        CallMeters calls = new CallMeters(meters, methods, cache);
        calls.register();
        if (shared.isResolvable() && shared.get().shares(cache)) {
            calls.registerLevels();
        }
        return new CacheMeters(meters, stores.get().named(cache));
    }

    private CacheMeters of(CachedMethod method) {
        return of(method.descriptor().cache());
    }

    @Override
    public boolean hearsHits() {
        return false;
    }

    @Override
    public void miss(CachedMethod method, CallKey key) {
        of(method);
    }

    @Override
    public void loaded(CachedMethod method, CallKey key, LoadEnded ended) {
        of(method).loaded(ended);
    }

    @Override
    public void stored(CallKey key, StoredValue entry) {
        of(entry.method()).stored();
    }

    @Override
    public void removed(CallKey key, StoredValue entry, Removal cause) {
        of(entry.method()).removed(cause);
    }
}
