package io.quarkiverse.usecache.runtime.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Everything at once, and the guarantees G1 to G3. What happens follows from the seed alone. The system property
 * {@code usecache.history.seeds} sets how many are tried, {@code usecache.history.first} the first.
 */
@Timeout(300)
class SharedHistoryTest {

    private static final long FIRST = Long.getLong("usecache.history.first", 1);
    private static final long SEEDS = Long.getLong("usecache.history.seeds", 40);
    private static final int OPERATIONS = 1_000;

    @Test
    void noCallIsGivenWhatARevalidationForbids() {
        int calls = 0;
        int hits = 0;
        int faults = 0;
        for (long seed = FIRST; seed < FIRST + SEEDS; seed++) {
            SharedHistory history = new SharedHistory(seed);
            try {
                history.run(OPERATIONS);
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("seed " + seed + ": " + e.getMessage(), e);
            }
            calls += history.calls;
            hits += history.hits;
            faults += history.faults;
        }
        assertThat(faults).isPositive();
        assertThat(hits).as("of %d calls", calls).isGreaterThan(calls / 4);
    }
}
