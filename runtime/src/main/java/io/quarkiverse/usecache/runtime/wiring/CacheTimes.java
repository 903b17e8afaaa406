package io.quarkiverse.usecache.runtime.wiring;

import java.time.Duration;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import io.quarkiverse.usecache.runtime.config.UseCacheConfig;

/** The configured times and limits of loads, checked. */
@Singleton
public class CacheTimes {

    private static final Duration SHORTEST = Duration.ofMillis(1);

    private final UseCacheConfig config;

    @Inject
    CacheTimes(UseCacheConfig config) {
        this.config = config;
    }

    Duration joinTimeout() {
        if (config.joinTimeout().compareTo(SHORTEST) < 0) {
            throw new IllegalArgumentException("quarkus.use-cache.join-timeout [" + config.joinTimeout()
                    + "] must be at least a millisecond. Use 1ms for calls that should hardly wait.");
        }
        return config.joinTimeout();
    }

    Duration refreshRetry() {
        if (config.refreshRetry().isNegative()) {
            throw new IllegalArgumentException("quarkus.use-cache.refresh-retry [" + config.refreshRetry()
                    + "] must not be negative. Use 0 to try again at the next call.");
        }
        return config.refreshRetry();
    }

    int maxRefreshes() {
        int maximum = config.maxRefreshes().orElse(2 * Runtime.getRuntime().availableProcessors());
        if (maximum < 0) {
            throw new IllegalArgumentException("quarkus.use-cache.max-refreshes [" + maximum
                    + "] must not be negative. Use 0 to never refresh behind a call.");
        }
        return maximum;
    }
}
