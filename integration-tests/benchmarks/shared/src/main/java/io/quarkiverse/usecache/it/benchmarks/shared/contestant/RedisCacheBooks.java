package io.quarkiverse.usecache.it.benchmarks.shared.contestant;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.arc.Unremovable;
import io.quarkus.cache.CacheResult;
import io.smallrye.mutiny.Uni;

/** The methods that are measured, cached by quarkus-redis-cache. */
@Unremovable
@ApplicationScoped
public class RedisCacheBooks {

    @CacheResult(cacheName = "redis-far")
    public Book far(String id) {
        return Book.of(id);
    }

    @CacheResult(cacheName = "redis-later")
    public Uni<Book> later(String id) {
        return Uni.createFrom().item(() -> Book.of(id));
    }
}
