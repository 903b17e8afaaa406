package io.quarkiverse.usecache.it.benchmarks.call;

import org.openjdk.jmh.annotations.Benchmark;

/** A hit of a method that returns a {@code Uni}, up to the arrival of its item. */
public class UniHitBenchmark extends Hits {

    private final String id = "product";

    @Benchmark
    public String noOp() {
        return noOp.later(id).await().indefinitely();
    }

    @Benchmark
    public String quarkusCache() {
        return quarkusCache.later(id).await().indefinitely();
    }

    @Benchmark
    public String useCache() {
        return useCache.later(id).await().indefinitely();
    }
}
