package io.quarkiverse.usecache.test.dev.cost;

import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Callable;

/** What is measured several times, and printed; the property {@code usecache.cost} says how many times as long. */
final class Cost {

    static final int TIMES = Integer.getInteger("usecache.cost", 1);
    private static final int HITS = 100_000 * TIMES;
    static final int ROUNDS = 5;

    private Cost() {
    }

    /** Nanoseconds of a hit, as the resource at the address measures it. */
    static double ofHit(LongAddress resource) throws Exception {
        return median(() -> resource.get("hits/" + HITS)) / HITS;
    }

    static double median(Callable<Long> measured) throws Exception {
        long[] rounds = new long[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            rounds[i] = measured.call();
        }
        Arrays.sort(rounds);
        return rounds[ROUNDS / 2];
    }

    static void print(String format, Object... values) {
        System.out.printf(Locale.ROOT, format + "%n", values);
    }

    /** Asks the resource at a path below its own. */
    interface LongAddress {

        long get(String path);
    }
}
