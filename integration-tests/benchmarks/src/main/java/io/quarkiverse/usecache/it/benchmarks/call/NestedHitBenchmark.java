package io.quarkiverse.usecache.it.benchmarks.call;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;

import io.quarkiverse.usecache.it.benchmarks.contestant.Products;

/** A hit inside the load of another cached call, which takes its tags and life. */
public class NestedHitBenchmark extends Hits {

    private final String id = "product";
    private long next;

    @Benchmark
    @OperationsPerInvocation(Products.CALLS)
    public int quarkusCache() {
        return quarkusCache.lengths(next++, id);
    }

    @Benchmark
    @OperationsPerInvocation(Products.CALLS)
    public int useCache() {
        return useCache.lengths(next++, id);
    }
}
