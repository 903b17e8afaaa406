package io.quarkiverse.usecache.it.benchmarks.call;

import org.openjdk.jmh.annotations.Benchmark;

import io.quarkiverse.usecache.it.benchmarks.contestant.NoOpProducts;
import io.quarkiverse.usecache.it.benchmarks.contestant.Products;
import io.quarkiverse.usecache.it.benchmarks.contestant.QuarkusCacheProducts;

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
