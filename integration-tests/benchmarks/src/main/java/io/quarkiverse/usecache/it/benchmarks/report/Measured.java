package io.quarkiverse.usecache.it.benchmarks.report;

import java.util.OptionalDouble;
import java.util.stream.Collectors;

import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;

/** The medians of one benchmark, over all its forks. */
record Measured(RunResult result) {

    private static final String ALLOCATED = "gc.alloc.rate.norm";
    private static final String KEPT = "bytesPerEntry";

    String className() {
        String[] name = params().getBenchmark().split("\\.");
        return name[name.length - 2];
    }

    /** The benchmark's method, and its parameters if there are any. */
    String label() {
        String method = params().getBenchmark().substring(params().getBenchmark().lastIndexOf('.') + 1);
        return method + params().getParamsKeys().stream().map(key -> ", " + params().getParam(key) + " " + key)
                .collect(Collectors.joining());
    }

    double time() {
        return median(result.getPrimaryResult());
    }

    String unit() {
        return result.getPrimaryResult().getScoreUnit();
    }

    /** Bytes for each call; those of a single shot would be its setup's. */
    OptionalDouble allocated() {
        return params().getMode() == Mode.SingleShotTime ? OptionalDouble.empty() : secondary(ALLOCATED);
    }

    /** Bytes for each entry that stay in the heap, if that is what the benchmark measures. */
    OptionalDouble kept() {
        return secondary(KEPT);
    }

    private OptionalDouble secondary(String name) {
        Result<?> secondary = result.getSecondaryResults().get(name);
        return secondary == null ? OptionalDouble.empty() : OptionalDouble.of(median(secondary));
    }

    private static double median(Result<?> result) {
        return result.getStatistics().getPercentile(50);
    }

    private BenchmarkParams params() {
        return result.getParams();
    }
}
