package io.quarkiverse.usecache.it.benchmarks;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;

/** A hit inside the load of another cached call, which takes its tags and life. */
public class NestedHitBenchmark extends Hits {

    static final int CALLS = 1000;

    private final String id = "product";
    private long next;

    @Benchmark
    @OperationsPerInvocation(CALLS)
    public int quarkusCache() {
        return quarkusCache.lengths(next++, id);
    }

    @Benchmark
    @OperationsPerInvocation(CALLS)
    public int useCache() {
        return useCache.lengths(next++, id);
    }
}
