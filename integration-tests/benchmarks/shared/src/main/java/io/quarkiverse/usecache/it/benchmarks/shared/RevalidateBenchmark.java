package io.quarkiverse.usecache.it.benchmarks.shared;

import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Threads;

/** Revalidations of three tags, in a second, by sixteen callers. */
@Threads(16)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class RevalidateBenchmark extends Timed {

    @Benchmark
    public Object threeTags(RunningApplication application) {
        return application.tagCache.revalidateTag("one", "two", "three");
    }
}
