package io.quarkiverse.usecache.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import jakarta.inject.Inject;

import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;

import io.quarkus.test.junit.QuarkusTest;

/** What lasts from one test to the next. */
@QuarkusTest
@Timeout(30)
@TestMethodOrder(OrderAnnotation.class)
class KeptCachesTest {

    @Inject
    CacheProbe cache;

    @Inject
    TestClock clock;

    @Inject
    Prices prices;

    @Test
    @Order(1)
    @ClearCaches
    void aTestLeavesEntries() {
        prices.of("bread");
    }

    @Test
    @Order(2)
    void theNextFindsThem() {
        cache.assertHit(() -> prices.of("bread"));
    }

    @Test
    @Order(3)
    void aTestThatMovesTime() {
        clock.advance(Duration.ofDays(365));
        prices.of("bread");
        clock.stop();
    }

    @Test
    @Order(4)
    void leavesNoEntriesFromTheFuture() {
        assertThat(cache.entries()).isEmpty();
        assertThat(Math.abs(System.nanoTime() - clock.read())).isLessThan(Duration.ofHours(1).toNanos());
        assertThat(clock.isMoved()).isFalse();
    }
}
