package io.quarkiverse.usecache.runtime.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import com.github.benmanes.caffeine.cache.Ticker;

class CoarseTickerTest {

    private final Ticker ticker = CoarseTicker.of(Ticker.systemTicker());

    @Test
    void itIsOneSecondAheadOfTheClock() {
        assertThat(new CoarseTicker(() -> 7).read()).isEqualTo(7 + Duration.ofSeconds(1).toNanos());
    }

    @Test
    void itMovesOnWhileItIsRead() {
        long first = ticker.read();

        await().until(() -> ticker.read() - first > Duration.ofMillis(200).toNanos());
    }

    @Test
    void itsThreadEndsWhenItIsNotReadAnyMore() {
        ticker.read();

        await().until(() -> threads() == 0);
        assertThat(ticker.read() - System.nanoTime()).as("read again").isPositive();
    }

    @Test
    void aTickerOfTheApplicationIsReadItself() {
        Ticker own = () -> 7;

        assertThat(CoarseTicker.of(own)).isSameAs(own);
    }

    private static long threads() {
        return Thread.getAllStackTraces().keySet().stream().filter(thread -> thread.getName().equals("use-cache ticker"))
                .count();
    }
}
