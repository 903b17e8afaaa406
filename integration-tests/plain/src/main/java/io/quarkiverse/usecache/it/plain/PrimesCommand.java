package io.quarkiverse.usecache.it.plain;

import java.io.IOException;
import java.util.List;

import jakarta.inject.Inject;

import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.annotations.QuarkusMain;

/**
 * Asks for primes and prints what it got, and how often they were computed: what a test sees of an executable. With the
 * argument
 * {@code measure} it prints what that has cost.
 */
@QuarkusMain
public class PrimesCommand implements QuarkusApplication {

    @Inject
    Primes primes;

    @Override
    public int run(String... arguments) throws IOException {
        print("at first", primes.below(10));
        print("again", primes.below(10));
        print("another method", primes.in(new Range(5, 10)));
        primes.forget(10);
        print("forgotten", primes.below(10));
        print("forgotten there", primes.in(new Range(5, 10)));
        if (List.of(arguments).contains("measure")) {
            measure();
        }
        return 0;
    }

    private void measure() throws IOException {
        System.out.println("memory: " + Measurement.memory() + " kB");
        System.out.println("hit: " + Measurement.time(limit -> primes.below(limit + 9).size()) + " tenths of ns");
    }

    private void print(String when, List<Integer> found) {
        System.out.println(when + ": " + found + ", computed: " + primes.executions());
    }
}
