package io.quarkiverse.usecache.it.benchmarks.contestant;

import static io.quarkiverse.usecache.CachedCall.cacheTag;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkiverse.usecache.CacheTag;
import io.quarkiverse.usecache.UseCache;
import io.quarkus.arc.Unremovable;
import io.smallrye.mutiny.Uni;

/** The methods that are measured, cached by this extension. */
@Unremovable
@ApplicationScoped
public class Products {

    public static final String CACHE = "products";
    public static final String TAG = "products";

    /** How many entries a cache has room for when nothing is to be evicted. */
    public static final long MAXIMUM = 2_000_000;

    /** How many calls that hit one load makes. */
    public static final int CALLS = 1000;

    @UseCache(CACHE)
    public String featured() {
        return "product";
    }

    @UseCache(CACHE)
    @CacheTag(TAG)
    public String byId(String id) {
        return id;
    }

    @UseCache(CACHE)
    public String byIdAndLanguage(String id, String language) {
        return id;
    }

    @UseCache(CACHE)
    public String byKey(ProductKey key) {
        return key.id();
    }

    @UseCache(CACHE)
    public Uni<String> later(String id) {
        return Uni.createFrom().item(id);
    }

    @UseCache(CACHE)
    public static String fromStatic(String id) {
        return id;
    }

    @UseCache(CACHE)
    public String untagged(String id) {
        return id;
    }

    @UseCache(CACHE)
    @CacheTag({ TAG, "catalogue" })
    public String twiceTagged(String id) {
        return id;
    }

    @UseCache(CACHE)
    public Integer tagged(Integer tags) {
        for (int i = 0; i < tags; i++) {
            cacheTag("tag-" + i);
        }
        return tags;
    }

    @UseCache(Misses.CACHE)
    public Long loaded(Long id) {
        return id;
    }

    @UseCache(Misses.CACHE)
    @CacheTag({ TAG, "catalogue" })
    public Long loadedWithTags(Long id) {
        return id;
    }

    /** A load that makes many calls which hit. */
    @UseCache(Misses.CACHE)
    public int lengths(Long ignored, String id) {
        int sum = 0;
        for (int i = 0; i < CALLS; i++) {
            sum += byId(id).length();
        }
        return sum;
    }
}
