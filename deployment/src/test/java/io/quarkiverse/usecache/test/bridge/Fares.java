package io.quarkiverse.usecache.test.bridge;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.inject.Singleton;

import io.quarkiverse.usecache.CacheLife;
import io.quarkiverse.usecache.CacheTag;
import io.quarkiverse.usecache.UseCache;
import io.quarkiverse.usecache.UseCache.Visibility;
import io.smallrye.mutiny.Uni;

/** What templates show; every run gives another number. */
@Singleton
public class Fares {

    private final AtomicInteger runs = new AtomicInteger();

    /** Is completed by a thread that knows nothing of the call. */
    private volatile CompletableFuture<Object> later = new CompletableFuture<>();

    @UseCache
    @CacheTag("fare:{city}")
    public int to(String city) {
        return runs.incrementAndGet();
    }

    @UseCache
    @CacheLife(revalidate = "1m", expire = "2m")
    public int today(String city) {
        return runs.incrementAndGet();
    }

    @UseCache(visibility = Visibility.PRIVATE)
    public int own(String city) {
        return runs.incrementAndGet();
    }

    /** Says how often it was rendered, and has no tag. */
    public int rendered() {
        return runs.incrementAndGet();
    }

    public CompletableFuture<Object> getLater() {
        return later;
    }

    public Uni<Object> getSoon() {
        return Uni.createFrom().completionStage(() -> later);
    }

    /** What templates ask for has not come yet. */
    CompletableFuture<Object> expect() {
        later = new CompletableFuture<>();
        return later;
    }

    public Trip trip(String city) {
        return new Trip(this, city);
    }

    /** Asks for its fare when a template does. */
    public record Trip(Fares fares, String city) {

        public int getFare() {
            return fares.to(city);
        }
    }
}
