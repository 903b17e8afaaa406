package io.quarkiverse.usecache.it.benchmarks.entries;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Setup;

import io.quarkiverse.usecache.Revalidation;
import io.quarkiverse.usecache.TagCache;
import io.quarkiverse.usecache.it.benchmarks.RunningApplication;
import io.quarkiverse.usecache.it.benchmarks.Timed;
import io.quarkiverse.usecache.it.benchmarks.contestant.Products;

/** Revalidating a tag that many entries carry costs what revalidating one that few carry does. */
@Fork(value = 5, jvmArgsAppend = { "-Xms2g", "-Xmx2g" })
public class RevalidateTagBenchmark extends Timed {

    private TagCache tagCache;

    @Setup
    public void load(RunningApplication application, TaggedEntries tagged) {
        tagCache = tagged.load(application);
    }

    @Benchmark
    public Revalidation useCache() {
        return tagCache.revalidateTag(Products.TAG);
    }
}
