package io.quarkiverse.usecache.runtime.config;

import static io.quarkus.runtime.annotations.ConfigPhase.RUN_TIME;

import java.time.Duration;
import java.util.Optional;

import io.quarkus.runtime.annotations.ConfigRoot;
import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The shared store in Redis or Valkey. */
@ConfigRoot(phase = RUN_TIME)
@ConfigMapping(prefix = "quarkus.use-cache.redis")
public interface UseCacheRedisConfig {

    /**
     * The name under which applications share their tags: a revalidation in one of them is one in all.
     * It is the application's name if not set.
     */
    Optional<String> tagSpace();

    /**
     * What the names of all keys in Redis begin with.
     */
    @WithDefault("use-cache")
    String prefix();

    /**
     * Which values can be read: applications share values only with those of the same name and version.
     * It is the application's version if not set.
     */
    Optional<String> version();

    /**
     * What happens when a node has not heard from Redis for longer than the lease.
     * {@code bounded}: it serves only what it has loaded itself, and not longer than a lease.
     * {@code available}: it serves everything it has, however old.
     */
    @WithDefault("bounded")
    Consistency consistency();

    /**
     * For how long a node may serve what it has after it has last heard from Redis; so long after a revalidation at most, no
     * node serves an older value.
     * It is between 200 milliseconds and a minute, and at least three times the command time-out.
     */
    @WithDefault("2s")
    Duration lease();

    /**
     * For how long an answer of Redis is waited for.
     */
    @WithDefault("500ms")
    Duration commandTimeout();

    /**
     * For how long a connection to Redis may take to be made.
     */
    @WithDefault("2s")
    Duration connectTimeout();

    /**
     * For how long other nodes wait for a node that loads a value and does not end.
     */
    @WithDefault("10s")
    Duration loadLease();

    /**
     * For how long a node remembers its own revalidations, to send them again to a master that may not know them.
     */
    @WithDefault("5m")
    Duration replay();

    /**
     * How a node hears of revalidations elsewhere before it asks: {@code stream}, a connection that waits at the server, or
     * {@code poll}, not at all.
     */
    @WithDefault("stream")
    WakeUp wakeUp();

    /**
     * Over how many connections values are read and written.
     */
    @WithDefault("2")
    int dataConnections();

    /**
     * How many revalidations Redis keeps.
     * A node that has missed more than those drops everything it has.
     */
    @WithDefault("10000")
    int logEntries();

    /**
     * About how many bytes they may take.
     */
    @WithDefault("8M")
    MemorySize logBytes();

    /**
     * Of how many tags Redis, and each node, remembers when they were last revalidated.
     * Above that, what is older than all revalidations in the log counts as revalidated.
     */
    @WithDefault("100000")
    int maximumTags();

    /**
     * How large a value may be in Redis.
     * Larger ones stay on the node that loaded them.
     */
    @WithDefault("1M")
    MemorySize maximumValueSize();

    /**
     * For how long a value stays in Redis at most.
     */
    @WithDefault("7d")
    Duration maximumLife();

    /**
     * From which size on values are compressed.
     * They are not if not set.
     */
    Optional<MemorySize> compressAbove();

    /**
     * The readiness of the shared store.
     */
    Health health();

    /** The readiness of the shared store. */
    interface Health {

        /**
         * Whether the application is not ready while the shared store is away, or this node is not sure of what it holds.
         * When {@code false}, the health data says so and the application stays ready, for its calls go on.
         */
        @WithDefault("false")
        boolean required();
    }

    /** What a node serves without a lease. */
    enum Consistency {
        /** Only what it has loaded itself, for as long as a lease. */
        BOUNDED,
        /** Everything it has. */
        AVAILABLE
    }

    /** How a node hears of revalidations elsewhere before it asks. */
    enum WakeUp {
        /** A connection waits at the server. */
        STREAM,
        /** It does not. */
        POLL
    }
}
