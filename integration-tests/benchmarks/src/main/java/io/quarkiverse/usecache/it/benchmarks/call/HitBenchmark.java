package io.quarkiverse.usecache.it.benchmarks.call;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Setup;

import io.quarkiverse.usecache.it.benchmarks.contestant.SpringApplication;

/** A hit with one argument. */
public class HitBenchmark extends Hits {

    private final String id = "product";

    @Setup
    public void load() {
        caffeine.put(id, id);
    }

    @Benchmark
    public String caffeine() {
        return caffeine.getIfPresent(id);
    }

    @Benchmark
    public String noOp() {
        return noOp.byId(id);
    }

    @Benchmark
    public String quarkusCache() {
        return quarkusCache.byId(id);
    }

    @Benchmark
    public String spring(SpringApplication spring) {
        return spring.products.byId(id);
    }

    @Benchmark
    public String useCache() {
        return useCache.byId(id);
    }
}
