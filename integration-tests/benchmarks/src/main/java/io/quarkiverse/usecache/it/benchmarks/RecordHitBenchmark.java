package io.quarkiverse.usecache.it.benchmarks;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Setup;

/** A hit with a record that equals the one which was loaded with, but is another object, down to its parts. */
public class RecordHitBenchmark extends Hits {

    static final String KEY = "shop/product";

    private final ProductKey key = ProductKey.parse(KEY);

    @Setup
    public void load(RunningApplication application) {
        caffeine.put(ProductKey.parse(KEY), "product");
        application.bean(QuarkusCacheProducts.class).byKey(ProductKey.parse(KEY));
        application.bean(Products.class).byKey(ProductKey.parse(KEY));
    }

    @Benchmark
    public String caffeine() {
        return caffeine.getIfPresent(key);
    }

    @Benchmark
    public String noOp() {
        return noOp.byKey(key);
    }

    @Benchmark
    public String quarkusCache() {
        return quarkusCache.byKey(key);
    }

    @Benchmark
    public String spring(SpringApplication spring) {
        return spring.products.byKey(key);
    }

    @Benchmark
    public String useCache() {
        return useCache.byKey(key);
    }
}
