package io.quarkiverse.usecache.it.neighbours;

import java.util.concurrent.atomic.AtomicInteger;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkiverse.usecache.CacheTag;
import io.quarkus.cache.CacheInvalidate;
import io.quarkus.cache.CacheResult;

/** As quarkus-cache has its methods; every run gives another number. */
@ApplicationScoped
public class Forecasts {

    private final AtomicInteger runs = new AtomicInteger();

    @CacheResult(cacheName = "forecasts")
    @CacheTag("city:{city}")
    public int of(String city) {
        return runs.incrementAndGet();
    }

    @CacheInvalidate(cacheName = "forecasts")
    public void forget(String city) {
    }
}
