package io.quarkiverse.usecache.runtime.purge;

import java.time.Duration;

import io.quarkiverse.usecache.runtime.config.PurgeConfig;

/** The settings of one target, checked. */
record TargetSettings(String name, Duration timeout, RetryDelay delay, int maximumPending) {

    static TargetSettings of(String name, PurgeConfig config) {
        positive(name, "timeout", config.timeout());
        positive(name, "retry-delay", config.retryDelay());
        positive(name, "maximum-retry-delay", config.maximumRetryDelay());
        if (config.maximumPending() < 1) {
            throw new IllegalArgumentException(property(name, "maximum-pending") + " [" + config.maximumPending()
                    + "] must be at least 1. It is how many tags wait to be purged before everything is.");
        }
        return new TargetSettings(name, config.timeout(), new RetryDelay(config.retryDelay(), config.maximumRetryDelay()),
                config.maximumPending());
    }

    private static void positive(String name, String property, Duration value) {
        if (value.toMillis() < 1) {
            throw new IllegalArgumentException(property(name, property) + " [" + value
                    + "] must be at least a millisecond. Leave it out for the default.");
        }
    }

    static String property(String name, String property) {
        return "quarkus.use-cache.http.purge.\"" + name + "\"." + property;
    }
}
