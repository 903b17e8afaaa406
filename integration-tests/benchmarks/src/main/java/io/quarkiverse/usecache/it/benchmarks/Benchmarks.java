package io.quarkiverse.usecache.it.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

import io.quarkiverse.usecache.it.benchmarks.report.Report;
import io.quarkiverse.usecache.it.benchmarks.startup.StartUps;

/** Runs the benchmarks and prints what is compared. Arguments are JMH's, and {@code --quick}. */
public final class Benchmarks {

    private static final String QUICK = "--quick";
    private static final TimeValue SHORT = TimeValue.milliseconds(200);
    private static final Path TARGET = Path.of("target");

    private final CommandLineOptions given;
    private final boolean quick;

    private Benchmarks(CommandLineOptions given, boolean quick) {
        this.given = given;
        this.quick = quick;
    }

    public static void main(String... arguments)
            throws RunnerException, CommandLineOptionException, IOException, InterruptedException {
        List<String> forJmh = new ArrayList<>(List.of(arguments));
        boolean quick = forJmh.removeIf(QUICK::equals);
        CommandLineOptions options = new CommandLineOptions(forJmh.toArray(String[]::new));
        if (options.shouldHelp()) {
            options.showHelp();
        } else {
            new Benchmarks(options, quick).run();
        }
    }

    private void run() throws RunnerException, IOException, InterruptedException {
        StartUps startUps = all() ? StartUps.measure(quick) : StartUps.NONE;
        Files.writeString(TARGET.resolve("start-ups.json"), startUps.toJson());
        String report = new Report(measure(), startUps).toString();
        Files.writeString(TARGET.resolve("benchmarks.txt"), report);
        System.out.print(report);
    }

    /** Whether no benchmark was named. */
    private boolean all() {
        return given.getIncludes().isEmpty();
    }

    private Collection<RunResult> measure() throws RunnerException {
        ChainedOptionsBuilder options = new OptionsBuilder().parent(given)
                .addProfiler(GCProfiler.class)
                .addProfiler(ServerTime.class)
                .resultFormat(ResultFormatType.JSON)
                .result(given.getResult().orElse(TARGET.resolve("benchmarks.json").toString()));
        return new Runner((quick ? quick(options) : options).build()).run();
    }

    /** No more than the bars need and, unless the command line says how long, shorter. */
    private ChainedOptionsBuilder quick(ChainedOptionsBuilder options) {
        if (all()) {
            options.include("\\.(Hit|TwoThreadsHit|TaggedHit|UniHit|Miss|RevalidateTag|Heap)Benchmark")
                    .param("tags", "1", "50")
                    .param("entries", "10", "1000000");
        }
        return options.forks(given.getForkCount().orElse(1))
                .warmupTime(given.getWarmupTime().orElse(SHORT))
                .measurementTime(given.getMeasurementTime().orElse(SHORT));
    }
}
