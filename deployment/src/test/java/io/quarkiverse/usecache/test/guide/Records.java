package io.quarkiverse.usecache.test.guide;

import java.util.concurrent.atomic.AtomicInteger;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.cache.Cache;
import io.quarkus.cache.CacheName;
import io.smallrye.mutiny.Uni;

/** Uses the cache of the guide from code. */
@ApplicationScoped
public class Records {

    private final AtomicInteger runs = new AtomicInteger();
    private final Cache cache;

    Records(@CacheName("records") Cache cache) {
        this.cache = cache;
    }

    public Uni<String> hottest(String city) {
        return cache.get(city, each -> "hottest day of " + each + ", asked " + runs.incrementAndGet());
    }

    public Uni<Void> forget(String city) {
        return cache.invalidate(city);
    }
}
