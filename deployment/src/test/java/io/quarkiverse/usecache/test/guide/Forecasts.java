package io.quarkiverse.usecache.test.guide;

import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.cache.CacheInvalidate;
import io.quarkus.cache.CacheInvalidateAll;
import io.quarkus.cache.CacheKey;
import io.quarkus.cache.CacheResult;

/** The service of the guide: slow, so that it is cached. */
@ApplicationScoped
public class Forecasts {

    private final AtomicInteger runs = new AtomicInteger();

    @CacheResult(cacheName = "weather-cache")
    public String daily(LocalDate date, String city) {
        return date.getDayOfWeek() + " will be " + (runs.incrementAndGet() % 2 == 0 ? "sunny" : "rainy") + " in " + city;
    }

    @CacheInvalidate(cacheName = "weather-cache")
    public void forget(LocalDate date, String city) {
        runs.get();
    }

    /** Forgets one city of a key that the caller has more of. */
    @CacheInvalidate(cacheName = "weather-cache")
    public void forgetWith(@CacheKey LocalDate date, @CacheKey String city, String reason) {
        runs.get();
    }

    @CacheInvalidateAll(cacheName = "weather-cache")
    public void forgetAll() {
        runs.get();
    }

    public int runs() {
        return runs.get();
    }
}
