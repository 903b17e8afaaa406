package io.quarkiverse.usecache.runtime.call.history;

import java.util.logging.Level;
import java.util.logging.Logger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.usecache.runtime.call.TestThreads;
import io.quarkiverse.usecache.runtime.method.CachedMethod;
import io.smallrye.context.SmallRyeContextManagerProvider;

/**
 * Loads that hang, callers that give up after times of every scale by interrupts and by cancelling, and arguments that change:
 * no stale value, no load left, no thread blocked, and no more loads of what hangs than one for each join timeout.
 * <p>
 * What each thread does follows from the seed; how the threads interleave does not. The system property
 * {@code usecache.hanging.seconds} sets how long it takes, a second for each seed, and {@code usecache.hanging.first} the first
 * seed.
 */
class HangingHistoryTest {

    private static final long FIRST = Long.getLong("usecache.hanging.first", 1);
    private static final long SECONDS = Long.getLong("usecache.hanging.seconds", 3);

    @RegisterExtension
    final TestThreads threads = new TestThreads();
    private final Logger warnings = Logger.getLogger(CachedMethod.class.getName());

    /** As Quarkus does at start: two threads that do it at once get in each other's way. */
    @BeforeEach
    void startContextPropagation() {
        SmallRyeContextManagerProvider.getManager();
    }

    /** Loads are made to hang, and every method would say so once. */
    @BeforeEach
    void keepQuietAboutLoadsThatHang() {
        warnings.setLevel(Level.OFF);
    }

    @AfterEach
    void warnAgain() {
        warnings.setLevel(null);
    }

    @Test
    void whateverHangsNothingIsStaleOrBlockedOrMultiplied() {
        long calls = 0;
        long loads = 0;
        for (long seed = FIRST; seed < FIRST + SECONDS; seed++) {
            HangingRun run = new HangingRun(threads, seed);
            try {
                run.run(1_000);
            } catch (Exception | AssertionError e) {
                throw new AssertionError("Seed [" + seed + "] fails; run it again with -Dusecache.hanging.first=" + seed
                        + " -Dusecache.hanging.seconds=1\n" + e.getMessage(), e);
            }
            calls += run.history.calls.sum();
            loads += run.history.loads.sum();
        }
        System.out.printf("Hangs: seeds %d to %d, %d calls answered, %d loads, JDK %s, nothing stale, blocked or left%n", FIRST,
                FIRST + SECONDS - 1, calls, loads, Runtime.version().feature());
    }
}
