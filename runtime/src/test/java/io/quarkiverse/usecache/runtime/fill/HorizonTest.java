package io.quarkiverse.usecache.runtime.fill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import com.github.benmanes.caffeine.cache.Ticker;

class HorizonTest {

    private final Ticker horizon = Horizon.of(Ticker.systemTicker());

    @Test
    void itIsOneSecondAheadOfTheClock() {
        assertThat(new Horizon(() -> 7).read()).isEqualTo(7 + Duration.ofSeconds(1).toNanos());
    }

    @Test
    void itMovesOnWhileItIsRead() {
        long first = horizon.read();

        await().until(() -> horizon.read() - first > Duration.ofMillis(200).toNanos());
    }

    @Test
    void itsThreadEndsWhenItIsNotReadAnyMore() {
        horizon.read();

        await().until(() -> threads() == 0);
        assertThat(horizon.read() - System.nanoTime()).as("read again").isPositive();
    }

    @Test
    void aTickerOfTheApplicationIsReadItself() {
        Ticker own = () -> 7;

        assertThat(Horizon.of(own)).isSameAs(own);
    }

    private static long threads() {
        return Thread.getAllStackTraces().keySet().stream().filter(thread -> thread.getName().equals("use-cache horizon"))
                .count();
    }
}
