package io.quarkiverse.usecache.it.benchmarks;

import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

import io.quarkiverse.usecache.Revalidation;
import io.quarkiverse.usecache.TagCache;

/**
 * The one revalidation that makes entries worthless, measured once for each time they are loaded: an implementation that visits
 * the entries shows here.
 */
@State(Scope.Benchmark)
@Fork(value = 3, jvmArgsAppend = { "-Xms2g", "-Xmx2g" })
@Warmup(iterations = 2)
@Measurement(iterations = 9)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class FirstRevalidationBenchmark {

    private static final int TO_COMPILE = 200_000;
    private static final int TO_BE_AT_HAND = 1_000;

    private TagCache tagCache;

    @Setup
    public void compile(RunningApplication application) {
        revalidate(application.bean(TagCache.class), Products.TAG, TO_COMPILE);
    }

    @Setup(Level.Iteration)
    public void load(RunningApplication application, TaggedEntries tagged) {
        tagCache = tagged.load(application);
        revalidate(tagCache, "another tag", TO_BE_AT_HAND);
    }

    private static void revalidate(TagCache tagCache, String tag, int times) {
        for (int i = 0; i < times; i++) {
            tagCache.revalidateTag(tag);
        }
    }

    @Benchmark
    public Revalidation firstRevalidation() {
        return tagCache.revalidateTag(Products.TAG);
    }
}
