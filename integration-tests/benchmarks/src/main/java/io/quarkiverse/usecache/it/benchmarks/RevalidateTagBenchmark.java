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

import io.quarkiverse.usecache.Revalidation;
import io.quarkiverse.usecache.TagCache;

/** Revalidating a tag that many entries carry costs what revalidating one that few carry does. */
@State(Scope.Benchmark)
@Fork(value = 3, jvmArgsAppend = { "-Xms2g", "-Xmx2g" })
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class RevalidateTagBenchmark {

    private TagCache tagCache;

    @Setup
    public void load(RunningApplication application, TaggedEntries tagged) {
        tagCache = tagged.load(application);
    }

    @Benchmark
    public Revalidation revalidateTag() {
        return tagCache.revalidateTag(Products.TAG);
    }
}
