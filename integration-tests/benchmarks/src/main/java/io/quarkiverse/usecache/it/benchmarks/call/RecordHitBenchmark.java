package io.quarkiverse.usecache.it.benchmarks.call;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Setup;

import io.quarkiverse.usecache.it.benchmarks.RunningApplication;
import io.quarkiverse.usecache.it.benchmarks.contestant.ProductKey;
import io.quarkiverse.usecache.it.benchmarks.contestant.Products;
import io.quarkiverse.usecache.it.benchmarks.contestant.QuarkusCacheProducts;
import io.quarkiverse.usecache.it.benchmarks.contestant.SpringApplication;

/** A hit with a record that equals the one which was loaded with, but is another object, down to its parts. */
public class RecordHitBenchmark extends Hits {

    private final ProductKey key = ProductKey.parse(ProductKey.TEXT);

    @Setup
    public void load(RunningApplication application) {
        caffeine.put(ProductKey.parse(ProductKey.TEXT), "product");
        application.bean(QuarkusCacheProducts.class).byKey(ProductKey.parse(ProductKey.TEXT));
        application.bean(Products.class).byKey(ProductKey.parse(ProductKey.TEXT));
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
