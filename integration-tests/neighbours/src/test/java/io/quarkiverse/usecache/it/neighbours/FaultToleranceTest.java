package io.quarkiverse.usecache.it.neighbours;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;

import jakarta.inject.Inject;

import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.quarkiverse.usecache.test.CacheProbe;
import io.quarkiverse.usecache.test.ClearCaches;
import io.quarkiverse.usecache.test.TestClock;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.faulttolerance.api.RateLimitException;

/** The cache comes first: fault tolerance is for loads alone. */
@QuarkusTest
@ClearCaches
@Timeout(60)
class FaultToleranceTest {

    private static final int EVER = Integer.MAX_VALUE;

    @Inject
    CacheProbe cache;

    @Inject
    TestClock clock;

    @Inject
    UnreliableRates rates;

    @BeforeEach
    void work() {
        rates.fail(0);
    }

    @Test
    void whatIsRetriedIsOneLoad() {
        rates.fail(2);

        assertThat(rates.retried("usd")).isEqualTo(100);

        assertThat(rates.runs()).isEqualTo(3);
        assertThat(cache.of(UnreliableRates.class, "retried").loads()).isEqualTo(1);
        cache.assertHit(() -> rates.retried("usd"));
    }

    @Test
    void alsoWhenItIsAsynchronous() {
        rates.fail(2);

        assertThat(rates.retriedLater("usd").await().indefinitely()).isEqualTo(100);

        assertThat(rates.runs()).isEqualTo(3);
        assertThat(cache.of(UnreliableRates.class, "retriedLater").loads()).isEqualTo(1);
        cache.assertHit(() -> rates.retriedLater("usd").await().indefinitely());
    }

    @Test
    void whatFailsAfterAllRetriesIsNotKept() {
        rates.fail(3);

        assertThatThrownBy(() -> rates.retried("usd")).hasMessage("The source of rates is away");

        assertThat(rates.retried("usd")).isEqualTo(100);
    }

    @Test
    void aFallbackIsAResultLikeAnyOther() {
        rates.fail(1);

        assertThat(rates.guessed("usd")).isEqualTo(-1);
        assertThat(cache.assertHit(() -> rates.guessed("usd"))).isEqualTo(-1);
    }

    @Test
    void unlessItSaysThatItIsNotToBeKept() {
        rates.fail(1);

        assertThat(rates.guessedOnce("usd")).isEqualTo(-1);
        assertThat(rates.guessedOnce("usd")).isEqualTo(100);
        cache.assertHit(() -> rates.guessedOnce("usd"));
    }

    @Test
    void hitsAreNotLimited() {
        rates.limited("usd");
        for (int i = 0; i < 10; i++) {
            cache.assertHit(() -> rates.limited("usd"));
        }
        rates.limited("eur");

        assertThatThrownBy(() -> rates.limited("gbp")).isInstanceOf(RateLimitException.class);
        cache.assertHit(() -> rates.limited("usd"));
    }

    @Test
    void whileACircuitIsOpenWhatIsCachedIsServed() {
        rates.guarded("usd");
        openCircuit();

        cache.assertHit(() -> rates.guarded("usd"));
        clock.advance(Duration.ofMinutes(11));
        cache.assertStaleHit(() -> rates.guarded("usd"));
        cache.awaitLoads();
        clock.advance(Duration.ofHours(1));
        assertThatThrownBy(() -> rates.guarded("usd")).isInstanceOf(CircuitBreakerOpenException.class);
    }

    private void openCircuit() {
        rates.fail(EVER);
        assertThatThrownBy(() -> rates.guarded("eur")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> {
            rates.guarded("eur");
            rates.guarded("eur");
        }).isInstanceOfAny(IllegalStateException.class, CircuitBreakerOpenException.class);
        assertThatThrownBy(() -> rates.guarded("gbp")).isInstanceOf(CircuitBreakerOpenException.class);
    }
}
