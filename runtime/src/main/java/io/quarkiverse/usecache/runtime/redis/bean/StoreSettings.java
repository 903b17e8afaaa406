package io.quarkiverse.usecache.runtime.redis.bean;

import java.time.Duration;

import io.quarkiverse.usecache.runtime.config.UseCacheRedisConfig;
import io.quarkiverse.usecache.runtime.config.UseCacheRedisConfig.WakeUp;
import io.quarkiverse.usecache.runtime.redis.KeyNames;
import io.quarkiverse.usecache.runtime.redis.RedisStoreOptions;

/** Reads the configuration of the store, and refuses what could not work. */
final class StoreSettings {

    private static final String PREFIX = "quarkus.use-cache.redis.";
    private static final Duration MILLISECOND = Duration.ofMillis(1);
    private static final Duration CENTURY = Duration.ofDays(36_500);
    private static final int PER_LEASE = 3;
    private static final int MOST_CONNECTIONS = 64;
    private static final int MOST_IN_STATE = 10_000_000;
    private static final long GIGABYTE = 1L << 30;
    /** What Redis takes as one value is 512 megabytes, which the head of an entry is part of. */
    private static final long LARGEST_VALUE = 500L << 20;

    private StoreSettings() {
    }

    static RedisStoreOptions options(UseCacheRedisConfig config, String application, String version) {
        checkDurations(config);
        checkSizes(config);
        KeyNames names = new KeyNames(config.prefix(), config.tagSpace().orElse(application), application,
                config.version().orElse(version));
        Duration wakeUp = config.wakeUp() == WakeUp.STREAM ? config.lease().dividedBy(PER_LEASE) : Duration.ZERO;
        return new RedisStoreOptions(names, config.commandTimeout(), config.connectTimeout(), wakeUp,
                config.dataConnections(), config.logEntries(), config.logBytes().asLongValue(), config.maximumTags());
    }

    /** Without an address it would be away for ever. */
    static void requireServer(String property, boolean known) {
        if (!known) {
            throw new IllegalArgumentException("The shared store has no server: " + property + ". Give its address, such as "
                    + "redis://localhost:6379; in dev mode and tests it is not needed where a container engine runs.");
        }
    }

    private static void checkDurations(UseCacheRedisConfig config) {
        Duration lease = config.lease();
        within("lease", lease, Duration.ofMillis(200), Duration.ofMinutes(1));
        within("command-timeout", config.commandTimeout(), MILLISECOND, Duration.ofMinutes(1));
        if (lease.compareTo(config.commandTimeout().multipliedBy(PER_LEASE)) < 0) {
            throw wrong("lease", lease, "Give at least three times the command-timeout, which is [" + config.commandTimeout()
                    + "], or lower that");
        }
        within("connect-timeout", config.connectTimeout(), MILLISECOND, Duration.ofMinutes(10));
        within("load-lease", config.loadLease(), MILLISECOND, Duration.ofHours(1));
        within("replay", config.replay(), Duration.ZERO, Duration.ofDays(1));
        if (config.replay().compareTo(lease) < 0) {
            throw wrong("replay", config.replay(), "Give at least the lease, which is [" + lease + "]");
        }
        within("maximum-life", config.maximumLife(), MILLISECOND, CENTURY);
    }

    private static void checkSizes(UseCacheRedisConfig config) {
        within("data-connections", config.dataConnections(), MOST_CONNECTIONS);
        within("log-entries", config.logEntries(), MOST_IN_STATE);
        within("log-bytes", config.logBytes().asLongValue(), GIGABYTE);
        within("maximum-tags", config.maximumTags(), MOST_IN_STATE);
        within("maximum-value-size", config.maximumValueSize().asLongValue(), LARGEST_VALUE);
    }

    private static void within(String property, Duration value, Duration least, Duration most) {
        if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
            throw wrong(property, value, "Give a duration from " + text(least) + " to " + text(most));
        }
    }

    private static void within(String property, long value, long most) {
        if (value < 1 || value > most) {
            throw wrong(property, value, "Give a number from 1 to " + most);
        }
    }

    private static String text(Duration duration) {
        return duration.toSeconds() == 0 ? duration.toMillis() + "ms"
                : duration.toDays() == 0 ? duration.toSeconds() + "s" : duration.toDays() + "d";
    }

    private static IllegalArgumentException wrong(String property, Object value, String remedy) {
        return new IllegalArgumentException("The shared store cannot work with [" + value + "]: " + PREFIX + property + ". "
                + remedy + ".");
    }
}
