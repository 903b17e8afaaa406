package io.quarkiverse.usecache.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.quarkiverse.usecache.test.CachedEntry.State;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@ClearCaches
@Timeout(30)
class TestClockTest {

    private static final Duration REVALIDATE = Duration.ofMinutes(10);
    private static final Duration EXPIRE = Duration.ofHours(1);

    @Inject
    CacheProbe cache;

    @Inject
    TestClock clock;

    @Inject
    Prices prices;

    @Test
    void upToRevalidateAnEntryIsFresh() {
        clock.stop();
        prices.of("bread");
        clock.advance(REVALIDATE);

        cache.assertHit(() -> prices.of("bread"));
    }

    @Test
    void beyondRevalidateItIsStaleAndRefreshedBehind() {
        clock.stop();
        prices.of("bread");
        clock.advance(REVALIDATE.plusNanos(1));

        assertThat(cache.entries()).extracting(CachedEntry::state).containsExactly(State.STALE);
        cache.assertStaleHit(() -> prices.of("bread"));
        cache.awaitLoads();
        cache.assertHit(() -> prices.of("bread"));
    }

    @Test
    void upToExpireItIsStale() {
        clock.stop();
        prices.of("bread");
        clock.advance(EXPIRE);

        cache.assertStaleHit(() -> prices.of("bread"));
    }

    @Test
    void beyondExpireItIsLoaded() {
        clock.stop();
        prices.of("bread");
        clock.advance(EXPIRE.plusNanos(1));

        assertThat(cache.entries()).isEmpty();
        cache.assertLoad(() -> prices.of("bread"));
    }

    @Test
    void timeGoesOnAfterItWasMoved() {
        clock.advance(EXPIRE);
        long before = clock.read();

        assertThat(clock.read() - before).isNotNegative();
        assertThat(before - System.nanoTime()).isGreaterThan(EXPIRE.minusMinutes(1).toNanos());
    }

    @Test
    void itDoesNotGoBack() {
        assertThatThrownBy(() -> clock.advance(REVALIDATE.negated())).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The clock cannot go back by [PT-10M], because entries would be younger than new. "
                        + "Call TestClock.advance with a positive duration.");
    }
}
