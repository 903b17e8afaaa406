package io.quarkiverse.usecache.it.benchmarks.call;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;

/** A hit of an entry that carries few or many tags. */
public class TaggedHitBenchmark extends Hits {

    @Param({ "0", "1", "5", "50" })
    Integer tags;

    @Benchmark
    public Integer useCache() {
        return useCache.tagged(tags);
    }
}
