package io.quarkiverse.usecache.it.benchmarks.call;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Setup;

import io.quarkiverse.usecache.it.benchmarks.contestant.SpringApplication;

/** A hit with two arguments; for Caffeine alone, the caller makes a key of them. */
public class TwoArgumentsHitBenchmark extends Hits {

    private final String id = "product";
    private final String language = "en";

    @Setup
    public void load() {
        caffeine.put(new Key(id, language), id);
    }

    @Benchmark
    public String caffeine() {
        return caffeine.getIfPresent(new Key(id, language));
    }

    @Benchmark
    public String noOp() {
        return noOp.byIdAndLanguage(id, language);
    }

    @Benchmark
    public String quarkusCache() {
        return quarkusCache.byIdAndLanguage(id, language);
    }

    @Benchmark
    public String spring(SpringApplication spring) {
        return spring.products.byIdAndLanguage(id, language);
    }

    @Benchmark
    public String useCache() {
        return useCache.byIdAndLanguage(id, language);
    }

    private record Key(String id, String language) {
    }
}
