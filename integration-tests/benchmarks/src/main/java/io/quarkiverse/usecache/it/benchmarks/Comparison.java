package io.quarkiverse.usecache.it.benchmarks;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;

/**
 * The results as a table for each benchmark class, with ratios to its first line: times depend on the machine, ratios hardly.
 */
final class Comparison {

    private static final String ALLOCATED = "gc.alloc.rate.norm";

    private final Map<String, List<RunResult>> byClass;

    Comparison(Collection<RunResult> results) {
        this.byClass = results.stream()
                .collect(Collectors.groupingBy(Comparison::className, LinkedHashMap::new, Collectors.toList()));
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(String.format("%n%s %s, JDK %s, %d processors%n",
                System.getProperty("os.name"), System.getProperty("os.arch"), Runtime.version(),
                Runtime.getRuntime().availableProcessors()));
        byClass.forEach((name, results) -> append(text, name, results));
        return text.toString();
    }

    private static void append(StringBuilder text, String name, List<RunResult> results) {
        text.append(String.format("%n%-48s %10s %8s %8s%n", name, "median", "ratio", "B/op"));
        for (RunResult result : results) {
            text.append(String.format("  %-46s %10.1f %8.2f %8s  %s%n", label(result.getParams()), median(result),
                    median(result) / median(results.get(0)), allocated(result), result.getPrimaryResult().getScoreUnit()));
        }
    }

    private static double median(RunResult result) {
        return result.getPrimaryResult().getStatistics().getPercentile(50);
    }

    /** A single shot's bytes are those of its setup. */
    private static String allocated(RunResult result) {
        Result<?> allocated = result.getSecondaryResults().get(ALLOCATED);
        return allocated == null || result.getParams().getMode() == Mode.SingleShotTime ? "-"
                : String.format("%.0f", allocated.getStatistics().getPercentile(50));
    }

    private static String className(RunResult result) {
        String[] name = result.getParams().getBenchmark().split("\\.");
        return name[name.length - 2];
    }

    private static String label(BenchmarkParams params) {
        String parameters = params.getParamsKeys().stream().map(key -> ", " + params.getParam(key) + " " + key)
                .collect(Collectors.joining());
        return params.getBenchmark().substring(params.getBenchmark().lastIndexOf('.') + 1) + parameters;
    }
}
