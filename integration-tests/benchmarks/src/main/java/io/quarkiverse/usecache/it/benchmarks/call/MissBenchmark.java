package io.quarkiverse.usecache.it.benchmarks.call;

import java.util.function.Function;

import org.openjdk.jmh.annotations.Benchmark;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import io.quarkiverse.usecache.it.benchmarks.contestant.Misses;
import io.quarkiverse.usecache.it.benchmarks.contestant.SpringApplication;

/**
 * A call that loads, and evicts another entry. By default Caffeine leaves evictions to other threads, whose time does not show;
 * {@link #caffeineInCaller} evicts in the thread that loads, as this extension does.
 */
public class MissBenchmark extends Hits {

    private final Cache<Long, Long> byDefault = Caffeine.newBuilder().maximumSize(Misses.MAXIMUM).build();
    private final Cache<Long, Long> inCaller = Caffeine.newBuilder().maximumSize(Misses.MAXIMUM).executor(Runnable::run)
            .build();
    private long next;

    @Benchmark
    public Long caffeine() {
        return byDefault.get(next++, Function.identity());
    }

    @Benchmark
    public Long caffeineInCaller() {
        return inCaller.get(next++, Function.identity());
    }

    @Benchmark
    public Long noOp() {
        return noOp.loaded(next++);
    }

    @Benchmark
    public Long quarkusCache() {
        return quarkusCache.loaded(next++);
    }

    @Benchmark
    public Long spring(SpringApplication spring) {
        return spring.products.loaded(next++);
    }

    @Benchmark
    public Long useCache() {
        return useCache.loaded(next++);
    }

    @Benchmark
    public Long useCacheWithTwoTags() {
        return useCache.loadedWithTags(next++);
    }
}
