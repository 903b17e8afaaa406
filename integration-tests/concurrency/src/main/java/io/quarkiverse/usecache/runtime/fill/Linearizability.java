package io.quarkiverse.usecache.runtime.fill;

import java.time.Duration;
import java.util.List;

import org.jetbrains.lincheck.LincheckAssertionError;
import org.jetbrains.lincheck.datastructures.StressOptions;

/** Lets Lincheck make up scenarios, and run each many times, for as long as it is given. */
public final class Linearizability {

    private static final int SCENARIOS = 50;
    private static final int RUNS = 20;
    private static final List<Shape> SHAPES = List.of(new Shape(2, 2), new Shape(2, 3), new Shape(3, 2), new Shape(2, 4));

    /** How many calls there are at the same time, and one after the other. */
    private record Shape(int threads, int calls) {

        StressOptions options() {
            return new StressOptions().threads(threads).actorsPerThread(calls).actorsBefore(2).actorsAfter(2)
                    .iterations(SCENARIOS).invocationsPerIteration(RUNS).minimizeFailedScenario(false)
                    .verifier(RegistryVerifier.class);
        }
    }

    private Linearizability() {
    }

    public static void main(String[] arguments) {
        Duration time = Duration.parse(arguments[0]);
        long start = System.nanoTime();
        int rounds = 0;
        try {
            do {
                SHAPES.get(rounds++ % SHAPES.size()).options().check(RegistryOperations.class);
            } while (rounds < SHAPES.size() || System.nanoTime() - start < time.toNanos());
        } catch (LincheckAssertionError failure) {
            System.out.printf("Lincheck: FAILED in round %d%n%s%n", rounds, failure.getMessage());
            System.exit(1);
        }
        System.out.printf("Lincheck: no violation in %d scenarios, %d runs, %d s%n", SCENARIOS * SHAPES.size(),
                rounds * SCENARIOS * RUNS, Duration.ofNanos(System.nanoTime() - start).toSeconds());
        System.exit(0);
    }
}
