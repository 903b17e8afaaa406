package io.quarkiverse.usecache.it.benchmarks.contestant;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.arc.Unremovable;
import io.quarkus.cache.CacheResult;
import io.smallrye.mutiny.Uni;

/** The methods that are measured, cached by quarkus-cache: each in a cache of its own, because its keys know no method. */
@Unremovable
@ApplicationScoped
public class QuarkusCacheProducts {

    public static final String BY_ID = "by-id";

    @CacheResult(cacheName = "featured")
    public String featured() {
        return "product";
    }

    @CacheResult(cacheName = BY_ID)
    public String byId(String id) {
        return id;
    }

    @CacheResult(cacheName = "by-id-and-language")
    public String byIdAndLanguage(String id, String language) {
        return id;
    }

    @CacheResult(cacheName = "by-key")
    public String byKey(ProductKey key) {
        return key.id();
    }

    @CacheResult(cacheName = "later")
    public Uni<String> later(String id) {
        return Uni.createFrom().item(id);
    }

    @CacheResult(cacheName = "from-static")
    public static String fromStatic(String id) {
        return id;
    }

    @CacheResult(cacheName = Misses.CACHE)
    public Long loaded(Long id) {
        return id;
    }

    /** A load that makes many calls which hit. */
    @CacheResult(cacheName = Misses.CACHE)
    public int lengths(Long ignored, String id) {
        int sum = 0;
        for (int i = 0; i < Products.CALLS; i++) {
            sum += byId(id).length();
        }
        return sum;
    }
}
