package io.quarkiverse.usecache.it.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Runs the benchmarks and prints what is compared. Arguments are JMH's, and {@code --quick}. */
public final class Benchmarks {

    private static final String QUICK = "--quick";
    private static final String RESULTS = "target/benchmarks.json";

    private Benchmarks() {
    }

    public static void main(String... arguments) throws RunnerException, CommandLineOptionException, IOException {
        List<String> forJmh = new ArrayList<>(List.of(arguments));
        boolean quick = forJmh.removeIf(QUICK::equals);
        CommandLineOptions options = new CommandLineOptions(forJmh.toArray(String[]::new));
        if (options.shouldHelp()) {
            options.showHelp();
        } else {
            System.out.print(run(options, quick));
        }
    }

    private static Comparison run(CommandLineOptions given, boolean quick) throws RunnerException {
        ChainedOptionsBuilder options = new OptionsBuilder().parent(given)
                .addProfiler(GCProfiler.class)
                .resultFormat(ResultFormatType.JSON)
                .result(given.getResult().orElse(RESULTS));
        return new Comparison(new Runner((quick ? quick(options) : options).build()).run());
    }

    private static ChainedOptionsBuilder quick(ChainedOptionsBuilder options) {
        return options.forks(1)
                .warmupIterations(3).warmupTime(TimeValue.milliseconds(500))
                .measurementIterations(5).measurementTime(TimeValue.milliseconds(500));
    }
}
