package io.quarkiverse.usecache.it.benchmarks;

import org.openjdk.jmh.annotations.Setup;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/**
 * The contestants, for calls that hit: the first call of the warm-up loads. Nothing is evicted.
 */
public abstract class Hits extends Timed {

    static final long MAXIMUM = 2_000_000;

    final Cache<Object, String> caffeine = Caffeine.newBuilder().maximumSize(MAXIMUM).build();
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
