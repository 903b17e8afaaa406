package io.quarkiverse.usecache.it.benchmarks.shared;

import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OutputTimeUnit;

import io.quarkiverse.usecache.it.benchmarks.shared.contestant.Book;

/** A hit in the memory of this node: on its own, under a lease of the store's, and what a look at the clock costs. */
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class NearHitBenchmark extends Timed {

    private final String id = "1";

    @Benchmark
    public Book embedded(RunningApplication application) {
        return application.useCache.embedded(id);
    }

    @Benchmark
    public Book near(RunningApplication application) {
        return application.useCache.near(id);
    }

    @Benchmark
    public Book redisson(RunningApplication application) {
        return application.redisson.near(id);
    }

    @Benchmark
    public long nanoTime() {
        return System.nanoTime();
    }
}
