package io.quarkiverse.usecache.test.bridge;

import static io.quarkiverse.usecache.CachedCall.cacheTag;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;

import io.quarkiverse.usecache.CacheTag;
import io.quarkiverse.usecache.UseCache;
import io.quarkiverse.usecache.test.Meanwhile;
import io.quarkus.cache.CacheInvalidate;
import io.quarkus.cache.CacheInvalidateAll;
import io.quarkus.cache.CacheKey;
import io.quarkus.cache.CacheResult;
import io.smallrye.mutiny.Uni;

/** A service as the guide of quarkus-cache has one, with more kinds of methods; every run gives another number. */
@Singleton
class Weather {

    final AtomicInteger runs = new AtomicInteger();
    volatile CountDownLatch release = new CountDownLatch(0);

    @CacheResult(cacheName = "weather")
    public int daily(String day, String city) {
        Meanwhile.await(release);
        return runs.incrementAndGet();
    }

    @CacheResult(cacheName = "weather")
    public int dailyOf(@CacheKey String day, @CacheKey String city, Object ignored) {
        return runs.incrementAndGet();
    }

    @CacheResult(cacheName = "single")
    public Object of(Object key) {
        return key.equals("nothing") ? null : runs.incrementAndGet();
    }

    @CacheResult(cacheName = "single")
    public int without() {
        return runs.incrementAndGet();
    }

    @CacheResult(cacheName = "uni")
    public Uni<Integer> later(String key) {
        return Uni.createFrom().item(runs.incrementAndGet());
    }

    @CacheResult(cacheName = "stage")
    public CompletionStage<Integer> staged(String key) {
        return CompletableFuture.completedFuture(runs.incrementAndGet());
    }

    @CacheResult(cacheName = "single")
    public int failing(String key) throws IOException {
        runs.incrementAndGet();
        throw new IOException(key);
    }

    @CacheResult(cacheName = "single")
    @CacheTag({ "weather", "city:{city}" })
    public int tagged(String city) {
        cacheTag("from-the-code");
        return runs.incrementAndGet();
    }

    @UseCache
    public int around(String key) {
        return (int) of(key);
    }

    @CacheInvalidate(cacheName = "weather")
    public void forget(String day, String city) {
        runs.incrementAndGet();
    }

    @CacheInvalidate(cacheName = "single")
    @CacheInvalidate(cacheName = "uni")
    public void forget(Object key) {
        if (key.equals("failure")) {
            throw new IllegalStateException("not done");
        }
    }

    @CacheInvalidate(cacheName = "single")
    public void forgetWithout() {
    }

    @CacheInvalidateAll(cacheName = "single")
    @CacheInvalidateAll(cacheName = "weather")
    public void forgetAll() {
    }

    @CacheInvalidate(cacheName = "uni")
    public Uni<Integer> forgetLater(String key) {
        return Uni.createFrom().item(runs.incrementAndGet());
    }

    @CacheInvalidateAll(cacheName = "stage")
    public CompletionStage<Integer> forgetStaged() {
        return CompletableFuture.completedFuture(runs.incrementAndGet());
    }

    @CacheResult(cacheName = "single")
    @CacheInvalidate(cacheName = "single")
    public int anew(Object key) {
        return runs.incrementAndGet();
    }

    /** What a call in another thread loads before the commit is not what it was. */
    @Transactional
    @CacheInvalidate(cacheName = "single")
    public int change(Object key, @CacheKey Object same) throws Exception {
        return Meanwhile.call(() -> (int) of(same)).get();
    }
}
