package io.quarkiverse.usecache.it.benchmarks;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.infra.Blackhole;

/** A hit of a method that returns a {@code Uni}, up to the arrival of its item. */
public class UniHitBenchmark extends Hits {

    private final String id = "product";

    @Benchmark
    public void noOp(Blackhole blackhole) {
        noOp.later(id).subscribe().with(blackhole::consume);
    }

    @Benchmark
    public void quarkusCache(Blackhole blackhole) {
        quarkusCache.later(id).subscribe().with(blackhole::consume);
    }

    @Benchmark
    public void useCache(Blackhole blackhole) {
        useCache.later(id).subscribe().with(blackhole::consume);
    }
}
