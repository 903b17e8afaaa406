package io.quarkiverse.usecache.runtime.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.OptionalInt;

import org.junit.jupiter.api.Test;

import io.quarkiverse.usecache.runtime.config.UseCacheConfig;

/** Times and limits that make no sense are refused when the application starts. */
class CacheTimesTest {

    @Test
    void aJoinTimeoutBelowAMillisecondIsRefused() {
        assertThatThrownBy(() -> times(Duration.ofNanos(999_999)).joinTimeout()).hasMessage("quarkus.use-cache.join-timeout "
                + "[PT0.000999999S] must be at least a millisecond. Use 1ms for calls that should hardly wait.");
        assertThatThrownBy(() -> times(Duration.ofSeconds(-1)).joinTimeout()).hasMessageContaining("[PT-1S]");
        assertThat(times(Duration.ofMillis(1)).joinTimeout()).isEqualTo(Duration.ofMillis(1));
    }

    @Test
    void aNegativeRefreshRetryIsRefused() {
        assertThatThrownBy(() -> times(Duration.ofSeconds(-1)).refreshRetry()).hasMessage("quarkus.use-cache.refresh-retry "
                + "[PT-1S] must not be negative. Use 0 to try again at the next call.");
        assertThat(times(Duration.ZERO).refreshRetry()).isZero();
    }

    @Test
    void aNegativeNumberOfRefreshesIsRefused() {
        assertThatThrownBy(() -> times(OptionalInt.of(-1)).maxRefreshes()).hasMessage("quarkus.use-cache.max-refreshes [-1] "
                + "must not be negative. Use 0 to never refresh behind a call.");
        assertThat(times(OptionalInt.of(0)).maxRefreshes()).isZero();
        assertThat(times(OptionalInt.empty()).maxRefreshes()).isPositive();
    }

    /** @param configured what every property of the configuration is */
    private static CacheTimes times(Object configured) {
        return new CacheTimes((UseCacheConfig) Proxy.newProxyInstance(UseCacheConfig.class.getClassLoader(),
                new Class<?>[] { UseCacheConfig.class }, (proxy, method, arguments) -> configured));
    }
}
