package io.quarkiverse.usecache.it.benchmarks;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.Collection;
import java.util.List;

import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;

/**
 * The processor time that the server's threads take for a request, on which other work of the machine has little effect. It is
 * not known of the last iteration, in which the server stops.
 */
public final class ServerTime implements InternalProfiler {

    private static final String NAME = "serverTime";

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private long before;

    @Override
    public String getDescription() {
        return "The processor time of the server's threads";
    }

    @Override
    public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
        before = nanos();
    }

    @Override
    public Collection<? extends Result> afterIteration(BenchmarkParams benchmark, IterationParams iteration,
            IterationResult result) {
        double micros = (nanos() - before) / 1000d / result.getMetadata().getAllOps();
        return micros <= 0 ? List.of() : List.of(new ScalarResult(NAME, micros, "us/op", AggregationPolicy.AVG));
    }

    private long nanos() {
        long sum = 0;
        for (ThreadInfo thread : threads.getThreadInfo(threads.getAllThreadIds())) {
            if (thread != null && isOfServer(thread.getThreadName())) {
                sum += threads.getThreadCpuTime(thread.getThreadId());
            }
        }
        return sum;
    }

    private static boolean isOfServer(String thread) {
        return thread.startsWith("vert.x-") || thread.startsWith("executor-thread-");
    }
}
