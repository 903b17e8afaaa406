package io.quarkiverse.usecache.it.benchmarks;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkiverse.usecache.CacheTag;
import io.quarkiverse.usecache.UseCache;
import io.quarkus.arc.Unremovable;

/** The methods that are measured. */
@Unremovable
@ApplicationScoped
public class Products {

    static final String TAG = "products";

    @UseCache(TAG)
    @CacheTag(TAG)
    public String cached(String id) {
        return id;
    }

    @NoOp
    public String intercepted(String id) {
        return id;
    }
}
