package io.quarkiverse.usecache.it.benchmarks.call;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

import io.quarkiverse.usecache.Revalidation;
import io.quarkiverse.usecache.TagCache;
import io.quarkiverse.usecache.it.benchmarks.RunningApplication;

/** A revalidation of a tag that the entry does not carry, alone and followed by a hit, which has to look at its tags again. */
public class HitAfterRevalidationBenchmark extends Hits {

    @Param({ "1", "50" })
    Integer tags;

    private TagCache tagCache;

    @Setup
    public void findTagCache(RunningApplication application) {
        tagCache = application.bean(TagCache.class);
    }

    @Benchmark
    public Revalidation revalidation() {
        return tagCache.revalidateTag("another tag");
    }

    @Benchmark
    public boolean revalidationAndHit() {
        Revalidation revalidation = tagCache.revalidateTag("another tag");
        return useCache.tagged(tags).equals(tags) && revalidation.propagated();
    }
}
