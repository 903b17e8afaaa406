package io.quarkiverse.usecache.it.benchmarks.shared;

import java.util.concurrent.atomic.AtomicLong;

import org.openjdk.jmh.annotations.Benchmark;

import io.quarkiverse.usecache.it.benchmarks.shared.contestant.Book;

/** A call for what nobody has loaded: the method costs nothing, so this is what finding nothing and keeping the result cost. */
public class ColdBenchmark extends Timed {

    private final AtomicLong next = new AtomicLong(System.nanoTime());

    @Benchmark
    public Book redisson(RunningApplication application) {
        return application.redisson.far(id());
    }

    @Benchmark
    public Book redisCache(RunningApplication application) {
        return application.redisCache.far(id());
    }

    @Benchmark
    public Book useCache(RunningApplication application) {
        return application.useCache.far(id());
    }

    private String id() {
        return "cold-" + next.getAndIncrement();
    }
}
