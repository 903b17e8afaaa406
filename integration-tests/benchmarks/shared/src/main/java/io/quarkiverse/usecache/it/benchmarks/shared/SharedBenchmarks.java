package io.quarkiverse.usecache.it.benchmarks.shared;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

import io.quarkiverse.usecache.servers.RedisServer;

/** Starts a Redis, runs the benchmarks, and prints ratios, because times depend on the machine. Arguments are JMH's. */
public final class SharedBenchmarks {

    private SharedBenchmarks() {
    }

    public static void main(String... arguments)
            throws CommandLineOptionException, RunnerException, IOException, InterruptedException {
        try (RedisServer redis = RedisServer.start()) {
            System.setProperty(RunningApplication.REDIS, redis.url());
            Collection<RunResult> results = new Runner(new OptionsBuilder().parent(new CommandLineOptions(arguments))
                    .jvmArgsAppend("-Xmx1g", redisOption())
                    .resultFormat(ResultFormatType.JSON).result(Path.of("target", "shared.json").toString()).build()).run();
            print(results);
            run(Counted.class);
            run(Propagation.class);
        }
    }

    private static void print(Collection<RunResult> results) {
        String last = "";
        double first = 1;
        for (RunResult result : results) {
            String[] name = result.getParams().getBenchmark().split("\\.");
            double score = result.getPrimaryResult().getStatistics().getPercentile(50);
            if (!name[name.length - 2].equals(last)) {
                last = name[name.length - 2];
                first = score;
                System.out.printf("%n%-46s %12s %12s%n", last, "median", "ratio");
            }
            System.out.printf(Locale.ROOT, "  %-44s %12.2f %12.2f %s%n", name[name.length - 1], score, score / first,
                    result.getPrimaryResult().getScoreUnit());
        }
    }

    private static void run(Class<?> main) throws IOException, InterruptedException {
        new ProcessBuilder(java(main)).inheritIO().start().waitFor();
    }

    /** The command that runs a class of this application with the same Redis. */
    static List<String> java(Class<?> main) {
        return List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx1g", redisOption(), "-cp",
                System.getProperty("java.class.path"), main.getName());
    }

    private static String redisOption() {
        return "-D" + RunningApplication.REDIS + "=" + System.getProperty(RunningApplication.REDIS);
    }
}
