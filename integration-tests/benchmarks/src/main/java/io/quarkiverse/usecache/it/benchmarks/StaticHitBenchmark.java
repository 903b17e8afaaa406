package io.quarkiverse.usecache.it.benchmarks;

import org.openjdk.jmh.annotations.Benchmark;

/** A hit of a static method. */
public class StaticHitBenchmark extends Hits {

    private final String id = "product";

    @Benchmark
    public String noOp() {
        return NoOpProducts.fromStatic(id);
    }

    @Benchmark
    public String quarkusCache() {
        return QuarkusCacheProducts.fromStatic(id);
    }

    @Benchmark
    public String useCache() {
        return Products.fromStatic(id);
    }
}
