package io.quarkiverse.usecache.runtime.config;

import static io.quarkus.runtime.annotations.ConfigPhase.BUILD_TIME;

import java.util.Map;
import java.util.Optional;

import io.quarkus.runtime.annotations.ConfigDocMapKey;
import io.quarkus.runtime.annotations.ConfigDocSection;
import io.quarkus.runtime.annotations.ConfigRoot;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What is decided when the application is built. */
@ConfigRoot(phase = BUILD_TIME)
@ConfigMapping(prefix = "quarkus.use-cache")
public interface UseCacheBuildTimeConfig {

    /**
     * The life profiles that {@code @CacheLife} and {@code cacheLife} can name.
     * A built-in profile is changed by its name, any other name adds a profile.
     */
    @ConfigDocSection
    @ConfigDocMapKey("profile")
    Map<String, Profile> life();

    /**
     * The caches, by the name given in {@code @UseCache}.
     */
    @ConfigDocSection
    @ConfigDocMapKey("cache-name")
    Map<String, Cache> caches();

    /**
     * The HTTP endpoint.
     */
    Endpoint endpoint();

    /**
     * What the application has in dev mode only.
     */
    Dev dev();

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
         * The life profile of the methods in this cache that have no {@code @CacheLife}.
         * It is {@code default} if not set.
         */
        Optional<String> life();
    }

    /** The HTTP endpoint. */
    interface Endpoint {

        /**
         * Whether the application serves the HTTP endpoint under {@code /q/use-cache}.
         */
        @WithDefault("true")
        boolean enabled();
    }

    /** What the application has in dev mode only. */
    interface Dev {

        /**
         * The search for values that were changed after they were cached.
         */
        MutationWatch mutationWatch();

        /**
         * What responses tell of cached calls.
         */
        CacheStatus cacheStatus();
    }

    /** The search for values that were changed after they were cached. */
    interface MutationWatch {

        /**
         * Whether dev mode looks for values that were changed after they were cached.
         * It makes the beginning of their JSON when they are loaded, and again now and then, which may load what is lazy.
         */
        @WithDefault("true")
        boolean enabled();
    }

    /** What responses tell of cached calls. */
    interface CacheStatus {

        /**
         * Whether responses in dev mode have the header {@code Cache-Status}, and the log a line for each request, with the
         * cached calls that were made for it.
         */
        @WithDefault("true")
        boolean enabled();
    }
}
