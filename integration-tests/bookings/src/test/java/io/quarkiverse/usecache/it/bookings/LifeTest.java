package io.quarkiverse.usecache.it.bookings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.quarkiverse.usecache.test.CacheProbe;
import io.quarkiverse.usecache.test.ClearCaches;
import io.quarkiverse.usecache.test.TestClock;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** For how long the demo's results live, seen by requests. */
@QuarkusTest
@TestProfile(WithToken.class)
@ClearCaches
@Timeout(30)
class LifeTest {

    private static final Duration SECOND = Duration.ofSeconds(1);

    @Inject
    CacheProbe cache;

    @Inject
    TestClock clock;

    @BeforeEach
    void load() {
        clock.stop();
        cache.assertLoad(() -> Calls.load(Calls.LONG, Calls.STATISTICS));
    }

    @Test
    void aListIsFreshForAnHour() {
        clock.advance(Duration.ofHours(1));

        cache.assertHit(() -> Calls.load(Calls.LONG));
    }

    @Test
    void thenItIsShownOnceMoreAndRefreshedBehind() {
        clock.advance(Duration.ofHours(1).plus(SECOND));
        CacheProbe byType = cache.of(Bookings.class, "byType");

        byType.assertStaleHit(() -> Calls.load(Calls.LONG));
        cache.awaitLoads();

        byType.assertHit(() -> Calls.load(Calls.LONG));
        assertEquals(2, byType.loads());
    }

    @Test
    void afterADayItIsLoaded() {
        clock.advance(Duration.ofDays(1).plus(SECOND));

        cache.assertLoad(() -> Calls.load(Calls.LONG));
    }

    @Test
    void statisticsAreOneEntryOverOneOfEachType() {
        assertEquals(1, cache.of(Statistics.class, "statistics").entries().size());
        assertEquals(3, cache.of(Statistics.class, "totals").entries().size());
    }
}
