package io.quarkiverse.usecache.it.plain;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/** What the application costs where it runs, as an executable or in a JVM. */
final class Measurement {

    private static final int ROUNDS = 40;
    private static final int CALLS = 250_000;

    private Measurement() {
    }

    /** Resident memory, in kilobytes, as Linux says. */
    static long memory() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream().filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", ""))).findFirst().orElseThrow();
    }

    /** The time of a call in tenths of nanoseconds: the median of the rounds after those in which a JVM compiles. */
    static long time(IntUnaryOperator call) {
        return IntStream.range(0, ROUNDS).mapToLong(round -> timeOfRound(call)).skip(ROUNDS / 2).sorted()
                .skip(ROUNDS / 4).findFirst().orElseThrow();
    }

    private static long timeOfRound(IntUnaryOperator call) {
        int sum = 0;
        long began = System.nanoTime();
        for (int i = 0; i < CALLS; i++) {
            sum += call.applyAsInt(i & 1);
        }
        long time = System.nanoTime() - began;
        if (sum == 0) {
            throw new IllegalStateException("The calls have returned nothing");
        }
        return time * 10 / CALLS;
    }
}
