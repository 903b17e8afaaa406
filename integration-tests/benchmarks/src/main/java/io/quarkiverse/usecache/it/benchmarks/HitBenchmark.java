package io.quarkiverse.usecache.it.benchmarks;

import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/** A hit with one argument, next to what it is made of. */
@State(Scope.Benchmark)
@Fork(3)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class HitBenchmark {

    private final Cache<String, String> caffeine = Caffeine.newBuilder().maximumSize(2_000_000).build();
    private final String id = "product";
    private Products products;

    @Setup
    public void load(RunningApplication application) {
        products = application.bean(Products.class);
        products.cached(id);
        caffeine.put(id, id);
    }

    @Benchmark
    public String caffeineGetIfPresent() {
        return caffeine.getIfPresent(id);
    }

    @Benchmark
    public String noOpInterceptor() {
        return products.intercepted(id);
    }

    @Benchmark
    public String useCache() {
        return products.cached(id);
    }
}
