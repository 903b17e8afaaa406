package io.quarkiverse.usecache.it.concurrency.call;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import org.jetbrains.lincheck.LincheckAssertionError;
import org.jetbrains.lincheck.datastructures.StressOptions;

/** Lets Lincheck run the known scenarios, then make up others and run each many times, for as long as it is given. */
public final class Linearizability {

    private static final int SCENARIOS = 50;
    private static final int RUNS = 20;
    private static final int RUNS_OF_KNOWN = 300;
    private static final List<Shape> SHAPES = List.of(new Shape(2, 2), new Shape(2, 3), new Shape(3, 2), new Shape(2, 4));

    /** How many calls there are at the same time, and one after the other. */
    private record Shape(int threads, int calls) {

        StressOptions options() {
            return Linearizability.options().threads(threads).actorsPerThread(calls).actorsBefore(2).actorsAfter(2)
                    .iterations(SCENARIOS).invocationsPerIteration(RUNS);
        }
    }

    private Linearizability() {
    }

    private static StressOptions options() {
        return new StressOptions().minimizeFailedScenario(false).verifier(RegistryVerifier.class);
    }

    private static StressOptions known() {
        StressOptions options = options().iterations(0).invocationsPerIteration(RUNS_OF_KNOWN);
        Stream.of(KnownScenario.values()).map(KnownScenario::calls).forEach(options::addCustomScenario);
        return options;
    }

    public static void main(String[] arguments) {
        Duration time = Duration.parse(arguments[0]);
        long start = System.nanoTime();
        int rounds = 0;
        try {
            known().check(RegistryOperations.class);
            do {
                SHAPES.get(rounds++ % SHAPES.size()).options().check(RegistryOperations.class);
            } while (rounds < SHAPES.size() || System.nanoTime() - start < time.toNanos());
        } catch (LincheckAssertionError failure) {
            System.out.printf("%s%nLincheck: FAILED, in round %d of scenarios%n", failure.getMessage(), rounds);
            System.exit(1);
        }
        int known = KnownScenario.values().length;
        System.out.printf("Lincheck: no violation seen, %d scenarios, %d runs, %d s%n", known + SCENARIOS * SHAPES.size(),
                known * RUNS_OF_KNOWN + rounds * SCENARIOS * RUNS, Duration.ofNanos(System.nanoTime() - start).toSeconds());
        System.exit(0);
    }
}
