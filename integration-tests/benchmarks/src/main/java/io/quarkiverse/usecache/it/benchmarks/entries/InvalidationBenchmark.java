package io.quarkiverse.usecache.it.benchmarks.entries;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

import io.quarkiverse.usecache.it.benchmarks.RunningApplication;
import io.quarkiverse.usecache.it.benchmarks.SingleShot;
import io.quarkiverse.usecache.it.benchmarks.contestant.QuarkusCacheProducts;
import io.quarkus.cache.Cache;
import io.quarkus.cache.CacheManager;

/** The two ways in which quarkus-cache drops many entries at once; {@code invalidateIf} here drops all. */
public class InvalidationBenchmark extends SingleShot {

    private static final int TO_COMPILE = 20_000;

    @Param({ "10", "10000", "1000000" })
    int entries;

    private QuarkusCacheProducts products;
    private Cache cache;

    @Setup
    public void compile(RunningApplication application) {
        products = application.bean(QuarkusCacheProducts.class);
        cache = application.bean(CacheManager.class).getCache(QuarkusCacheProducts.BY_ID).orElseThrow();
        for (int i = 0; i < TO_COMPILE; i++) {
            products.byId("product");
            invalidateIf();
            invalidateAll();
        }
    }

    @Setup(Level.Iteration)
    public void load() {
        for (int i = 0; i < entries; i++) {
            products.byId("product-" + i);
        }
        System.gc();
    }

    @Benchmark
    public void invalidateAll() {
        cache.invalidateAll().await().indefinitely();
    }

    @Benchmark
    public void invalidateIf() {
        cache.invalidateIf(key -> key.toString().startsWith("product")).await().indefinitely();
    }
}
