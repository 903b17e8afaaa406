package io.quarkiverse.usecache.runtime.redis.bean;

import java.time.Duration;

import io.quarkiverse.usecache.runtime.config.UseCacheRedisConfig;
import io.quarkiverse.usecache.runtime.config.UseCacheRedisConfig.WakeUp;
import io.quarkiverse.usecache.runtime.redis.KeyNames;
import io.quarkiverse.usecache.runtime.redis.RedisStoreOptions;

/** Reads the configuration of the store, and refuses what could not work. */
final class StoreSettings {

    private static final String PREFIX = "quarkus.use-cache.redis.";
    private static final Duration SHORTEST_LEASE = Duration.ofMillis(200);
    private static final Duration LONGEST_LEASE = Duration.ofMinutes(1);

    private StoreSettings() {
    }

    static RedisStoreOptions options(UseCacheRedisConfig config, String application, String version) {
        check(config);
        KeyNames names = new KeyNames(config.prefix(), config.tagSpace().orElse(application), application,
                config.version().orElse(version));
        Duration wakeUp = config.wakeUp() == WakeUp.STREAM ? config.lease().dividedBy(3) : Duration.ZERO;
        return new RedisStoreOptions(names, config.commandTimeout(), config.connectTimeout(), wakeUp,
                config.dataConnections(), config.logEntries(), config.logBytes().asLongValue(), config.maximumTags());
    }

    private static void check(UseCacheRedisConfig config) {
        Duration lease = config.lease();
        if (lease.compareTo(SHORTEST_LEASE) < 0 || lease.compareTo(LONGEST_LEASE) > 0) {
            throw wrong("lease", lease, "Give a duration from 200ms to 60s");
        }
        if (lease.compareTo(config.commandTimeout().multipliedBy(3)) < 0) {
            throw wrong("lease", lease, "Give at least three times the command-timeout, which is [" + config.commandTimeout()
                    + "], or lower that");
        }
        positive("command-timeout", config.commandTimeout().toMillis());
        positive("connect-timeout", config.connectTimeout().toMillis());
        positive("data-connections", config.dataConnections());
        positive("log-entries", config.logEntries());
        positive("log-bytes", config.logBytes().asLongValue());
        positive("maximum-tags", config.maximumTags());
    }

    private static void positive(String property, long value) {
        if (value < 1) {
            throw wrong(property, value, "Give more than nothing");
        }
    }

    private static IllegalArgumentException wrong(String property, Object value, String remedy) {
        return new IllegalArgumentException("The shared store cannot work with [" + value + "]: " + PREFIX + property + ". "
                + remedy + ".");
    }
}
