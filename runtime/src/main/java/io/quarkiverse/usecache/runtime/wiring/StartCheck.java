package io.quarkiverse.usecache.runtime.wiring;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.quarkiverse.usecache.runtime.method.CachedMethodDescriptor;
import io.quarkiverse.usecache.runtime.method.MethodCatalog;
import io.quarkus.runtime.StartupEvent;

/** The first call assembles the cache, but a mistake in the configuration does not wait for it. */
@Singleton
public class StartCheck {

    void check(@Observes StartupEvent event, MethodCatalog catalog, CacheBounds bounds, KeyGenerators generators,
            CacheTimes times, CacheLives lives, CacheNames names) {
        times.joinTimeout();
        times.refreshRetry();
        times.maxRefreshes();
        names.warnOfUnused();
        for (CachedMethodDescriptor method : catalog.cached()) {
            bounds.of(method.cache());
            lives.of(method);
            generators.of(method.keyGenerator());
        }
    }
}
