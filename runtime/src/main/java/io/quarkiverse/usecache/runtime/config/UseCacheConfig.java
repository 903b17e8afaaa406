package io.quarkiverse.usecache.runtime.config;

import static io.quarkus.runtime.annotations.ConfigPhase.RUN_TIME;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.Pattern;

import io.quarkus.runtime.annotations.ConfigDocMapKey;
import io.quarkus.runtime.annotations.ConfigDocSection;
import io.quarkus.runtime.annotations.ConfigRoot;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithDefaults;
import io.smallrye.config.WithName;

/** What is decided when the application starts. */
@ConfigRoot(phase = RUN_TIME)
@ConfigMapping(prefix = "quarkus.use-cache")
public interface UseCacheConfig {

    /**
     * Whether methods are cached.
     * When {@code false}, every call runs its method.
     */
    @WithDefault("true")
    boolean enabled();

    /**
     * For how long calls wait for another call that is already loading the same entry, from the start of its load.
     * Then one of them runs the method itself, and the others wait for that one.
     * A refresh behind a stale entry that takes longer makes room for another.
     * It must be at least a millisecond.
     */
    @WithDefault("30s")
    Duration joinTimeout();

    /**
     * For how long a refresh that failed is not tried again; until then, and until it expires, the old value is served.
     */
    @WithDefault("5s")
    Duration refreshRetry();

    /**
     * How many refreshes run behind calls at the same time.
     * While there are so many, stale entries are served and none begins; nothing queues.
     * It is twice the number of processors if not set.
     * {@code 0} means that no entry is refreshed behind a call: the call that finds a stale one loads.
     */
    OptionalInt maxRefreshes();

    /**
     * How many entries a cache holds at most that has no {@code maximum-size} of its own.
     */
    @WithDefault("10000")
    long maximumSize();

    /**
     * The life profile of the methods that have no {@code @CacheLife}, in caches that have no {@code life} of their own.
     */
    @WithDefault("default")
    String defaultLife();

    /**
     * The life profiles that {@code @CacheLife} and {@code cacheLife} can name.
     * A built-in profile is changed by its name, any other name adds a profile.
     * Names that annotations use must be there when the application is built; their durations can still be changed when it
     * starts.
     */
    @ConfigDocSection
    @ConfigDocMapKey("profile")
    Map<String, Profile> life();

    /**
     * The caches, by the name given in {@code @UseCache}.
     */
    @ConfigDocSection
    @ConfigDocMapKey("cache-name")
    @WithDefaults
    Map<String, Cache> caches();

    /**
     * The HTTP endpoint.
     */
    EndpointConfig endpoint();

    /**
     * The token by which a client sees its own write on other nodes.
     */
    Token token();

    /**
     * What answers of Quarkus REST tell browsers and CDNs of the cached calls that were made for them.
     */
    Http http();

    /** What answers of Quarkus REST tell browsers and CDNs of the cached calls that were made for them. */
    interface Http {

        /**
         * The headers that answers of status 200 to {@code GET} and {@code HEAD} are given: any of {@code Cache-Tag},
         * {@code Surrogate-Key}, {@code xkey}, {@code Cache-Groups}, {@code Cache-Control}, {@code CDN-Cache-Control},
         * {@code Age}, {@code Cache-Status} and {@code ETag}; and {@code Cache-Group-Invalidation} for those to other
         * methods.
         * There are none if not set: tags may name people, and an answer may be made of more than cached calls.
         */
        Optional<List<String>> headers();

        /**
         * Which tags leave the application: those that this regular expression matches as a whole.
         * All of them do if not set.
         */
        Optional<Pattern> tags();

        /**
         * Of how many answers with an {@code ETag} the application remembers what they were made of, to answer 304 without
         * making them again.
         */
        @WithDefault("10000")
        long maximumAnswers();

        /**
         * The caches outside the application that are told to drop answers with revalidated tags, each by a name of your
         * choice.
         */
        @ConfigDocSection
        @ConfigDocMapKey("target")
        Map<String, PurgeConfig> purge();
    }

    /** The token by which a client sees its own write on other nodes. */
    interface Token {

        /**
         * The header in which an answer carries the token of what its request has revalidated, and in which the client brings
         * it to the next node.
         * There is none if not set, nor without a shared store.
         */
        Optional<String> header();

        /**
         * The cookie that does the same, for as long as {@code quarkus.use-cache.redis.lease}.
         * There is none if not set, nor without a shared store.
         */
        Optional<String> cookie();

        /**
         * For how long a request waits for this node to come as far as its token, and the end of a transaction for the token of
         * what it has revalidated.
         * Then it goes on without; it is between a millisecond and a minute.
         */
        @WithName("wait")
        @WithDefault("500ms")
        Duration longestWait();
    }

    /** A life profile. A duration that is not given is that of the built-in profile, or of {@code default}. */
    interface Profile {

        /**
         * For how long a client may keep a value without asking.
         * Durations are written {@code 30s}, {@code 5m}, {@code 1h}, {@code 2d}, in ISO-8601 ({@code PT1H30M}), or {@code 0}.
         */
        Optional<String> stale();

        /**
         * Up to which age a value is fresh.
         * An older one is served once more while it is refreshed.
         * {@code 0} means that values are not cached.
         */
        Optional<String> revalidate();

        /**
         * Up to which age a value may be served at all, or {@code never} for no limit.
         * {@code 0} means that values are not cached.
         */
        Optional<String> expire();
    }

    /** One cache. */
    interface Cache {

        /**
         * How many entries the cache holds at most; {@code 0} means that nothing is stored.
         * It is {@code quarkus.use-cache.maximum-size} if not set.
         */
        OptionalLong maximumSize();

        /**
         * The life profile of the methods in this cache that have no {@code @CacheLife}.
         * It is {@code quarkus.use-cache.default-life} if not set.
         */
        Optional<String> life();

        /**
         * How much all entries together weigh at most, instead of {@code maximum-size}.
         * Weights come from a bean that implements {@code com.github.benmanes.caffeine.cache.Weigher<Object, Object>} and
         * has the qualifier {@code @Identifier} with the cache's name; it is given the list of what makes the key, and the
         * value.
         */
        OptionalLong maximumWeight();

        /**
         * Whether {@code null} is cached like any other value.
         */
        @WithDefault("true")
        boolean cacheNull();
    }
}
