package io.quarkiverse.usecache.it.benchmarks.call;

import org.openjdk.jmh.annotations.Setup;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import io.quarkiverse.usecache.it.benchmarks.RunningApplication;
import io.quarkiverse.usecache.it.benchmarks.Timed;
import io.quarkiverse.usecache.it.benchmarks.contestant.NoOpProducts;
import io.quarkiverse.usecache.it.benchmarks.contestant.Products;
import io.quarkiverse.usecache.it.benchmarks.contestant.QuarkusCacheProducts;

/**
 * The contestants, for calls that hit: the first call of the warm-up loads. Nothing is evicted.
 */
public abstract class Hits extends Timed {

    final Cache<Object, String> caffeine = Caffeine.newBuilder().maximumSize(Products.MAXIMUM).build();
    NoOpProducts noOp;
    QuarkusCacheProducts quarkusCache;
    Products useCache;

    @Setup
    public void find(RunningApplication application) {
        noOp = application.bean(NoOpProducts.class);
        quarkusCache = application.bean(QuarkusCacheProducts.class);
        useCache = application.bean(Products.class);
    }
}
