package io.quarkiverse.usecache.runtime.call.history;

import java.util.logging.Level;
import java.util.logging.Logger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.usecache.runtime.call.TestThreads;
import io.quarkiverse.usecache.runtime.load.Refreshes;
import io.quarkiverse.usecache.runtime.method.CachedMethod;
import io.smallrye.context.SmallRyeContextManagerProvider;

/**
 * Everything at once, and the one guarantee: no call that begins after a revalidation returned gets a value, or a part of one,
 * that was loaded before it.
 * <p>
 * What each thread does follows from the seed; how the threads interleave does not. The system property
 * {@code usecache.history.seeds} sets how many seeds are tried, {@code usecache.history.operations} how many operations there
 * are in all, and {@code usecache.history.first} the first seed.
 * <p>
 * Which changes of the code make it fail stands in the table of {@code integration-tests/concurrency/README.adoc}.
 */
class HistoryTest {

    private static final long FIRST = Long.getLong("usecache.history.first", 1);
    private static final long SEEDS = Long.getLong("usecache.history.seeds", 20);
    private static final long OPERATIONS = Long.getLong("usecache.history.operations", 200_000);

    @RegisterExtension
    final TestThreads threads = new TestThreads();
    private final Logger warnings = Logger.getLogger(CachedMethod.class.getName());
    private long calls;
    private long revalidations;
    private long loads;

    /** As Quarkus does at start: two threads that do it at once get in each other's way. */
    @BeforeEach
    void startContextPropagation() {
        SmallRyeContextManagerProvider.getManager();
    }

    /** Refreshes are made to fail, and every method would say so once. */
    @BeforeEach
    void keepQuietAboutRefreshesThatFail() {
        warnings.setLevel(Level.SEVERE);
    }

    @AfterEach
    void warnAgain() {
        warnings.setLevel(null);
    }

    @Test
    void noCallGetsAValueOlderThanARevalidationThatReturnedBeforeItBegan() {
        for (long seed = FIRST; seed < FIRST + SEEDS; seed++) {
            run(seed);
        }
        System.out.printf("History: %d seeds, %d operations, %d calls, %d revalidations, %d loads, no stale value%n", SEEDS,
                OPERATIONS, calls, revalidations, loads);
    }

    private void run(long seed) {
        HistoryRun run = new HistoryRun(threads, seed);
        try {
            run.run(OPERATIONS / SEEDS);
        } catch (Exception | AssertionError e) {
            throw new AssertionError("Seed [" + seed + "] fails; run it again with -Dusecache.history.first=" + seed
                    + " -Dusecache.history.seeds=1 -Dusecache.history.operations=" + OPERATIONS / SEEDS + "\n" + e.getMessage(),
                    e);
        }
        calls += run.history.calls.sum();
        revalidations += run.history.revalidations.sum();
        loads += run.history.loads.sum();
    }
}
