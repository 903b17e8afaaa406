package io.quarkiverse.usecache.runtime.bridge;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import io.quarkiverse.usecache.runtime.keyed.KeyedCalls;
import io.quarkiverse.usecache.runtime.load.InFlight;
import io.quarkiverse.usecache.runtime.method.ValueType;
import io.quarkiverse.usecache.runtime.revalidate.CacheClearing;
import io.quarkiverse.usecache.runtime.store.EntryStores;
import io.quarkiverse.usecache.runtime.tag.RevalidationClock;
import io.quarkiverse.usecache.runtime.tag.Revalidator;
import io.quarkus.cache.Cache;
import io.quarkus.cache.CacheManager;
import io.quarkus.cache.runtime.CacheManagerImpl;
import io.quarkus.runtime.ApplicationConfig;

/** Makes the caches of quarkus-cache that are served from here. */
@Singleton
public class BridgedCaches {

    private final KeyedCalls calls;
    private final EntryStores stores;
    private final InFlight inFlight;
    private final RevalidationClock clock;
    private final Revalidator revalidator;
    private final CacheClearing clearing;
    private final BridgedNames bridged;
    private final String application;

    @Inject
    BridgedCaches(KeyedCalls calls, EntryStores stores, InFlight inFlight, RevalidationClock clock, Revalidator revalidator,
            CacheClearing clearing, BridgedNames bridged, ApplicationConfig application) {
        this.calls = calls;
        this.stores = stores;
        this.inFlight = inFlight;
        this.clock = clock;
        this.revalidator = revalidator;
        this.clearing = clearing;
        this.bridged = bridged;
        this.application = application.name().orElse("");
    }

    CacheManager manager(Set<String> names) {
        Map<String, Cache> caches = new HashMap<>();
        names.forEach(name -> caches.put(name, cache(name)));
        return new CacheManagerImpl(caches);
    }

    private Cache cache(String name) {
        ValueType shared = bridged.shared().get(name);
        KeyedCode code = new KeyedCode(calls, name, shared == null ? null : shared.type());
        KeyTags tags = new KeyTags(application, code, stores.named(name), inFlight, !revalidator.tellsOthers());
        return new BridgedCache(name, code, tags, clock, clearing);
    }
}
