package io.quarkiverse.usecache.it.benchmarks.entries;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Setup;

import io.quarkiverse.usecache.Revalidation;
import io.quarkiverse.usecache.TagCache;
import io.quarkiverse.usecache.it.benchmarks.RunningApplication;
import io.quarkiverse.usecache.it.benchmarks.SingleShot;
import io.quarkiverse.usecache.it.benchmarks.contestant.Products;

/** The one revalidation that makes entries worthless: an implementation that visits the entries shows here. */
public class FirstRevalidationBenchmark extends SingleShot {

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
    public Revalidation useCache() {
        return tagCache.revalidateTag(Products.TAG);
    }
}
