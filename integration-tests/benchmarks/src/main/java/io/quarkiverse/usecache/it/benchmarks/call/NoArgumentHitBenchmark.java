package io.quarkiverse.usecache.it.benchmarks.call;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Setup;

import io.quarkiverse.usecache.it.benchmarks.contestant.SpringApplication;

/** A hit without arguments. */
public class NoArgumentHitBenchmark extends Hits {

    private final Object key = new Object();

    @Setup
    public void load() {
        caffeine.put(key, "product");
    }

    @Benchmark
    public String caffeine() {
        return caffeine.getIfPresent(key);
    }

    @Benchmark
    public String noOp() {
        return noOp.featured();
    }

    @Benchmark
    public String quarkusCache() {
        return quarkusCache.featured();
    }

    @Benchmark
    public String spring(SpringApplication spring) {
        return spring.products.featured();
    }

    @Benchmark
    public String useCache() {
        return useCache.featured();
    }
}
