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
     * Where the caches are that have no {@code store} of their own: {@code embedded}, on each node for itself, or
     * {@code redis}, on each node in front of one that they share in Redis or Valkey, which needs {@code quarkus-redis-client}.
     */
    @WithDefault("embedded")
    String store();

    /**
     * The caches, by the name given in {@code @UseCache}.
     */
    @ConfigDocSection
    @ConfigDocMapKey("cache-name")
    Map<String, Cache> caches();

    /**
     * The shared store in Redis or Valkey.
     */
    Redis redis();

    /**
     * The HTTP endpoint.
     */
    Endpoint endpoint();

    /**
     * What Micrometer is given.
     */
    Metrics metrics();

    /**
     * What OpenTelemetry is given.
     */
    Tracing tracing();

    /**
     * What the application has in dev mode only.
     */
    Dev dev();

    /** The HTTP endpoint. */
    interface Endpoint {

        /**
         * Whether the application serves the HTTP endpoint under {@code /q/use-cache}.
         */
        @WithDefault("true")
        boolean enabled();

        /**
         * Server-sent events of revalidated tags.
         */
        Changes changes();
    }

    /** Server-sent events of revalidated tags. */
    interface Changes {

        /**
         * Whether the endpoint tells clients of revalidated tags, under {@code /q/use-cache/changes}.
         */
        @WithDefault("false")
        boolean enabled();
    }

    /** What Micrometer is given. */
    interface Metrics {

        /**
         * Whether the application has meters of the cache, if it has {@code quarkus-micrometer}.
         */
        @WithDefault("true")
        boolean enabled();
    }

    /** What OpenTelemetry is given. */
    interface Tracing {

        /**
         * Whether loads, refreshes and revalidations leave spans, if the application has {@code quarkus-opentelemetry}.
         */
        @WithDefault("true")
        boolean enabled();

        /**
         * Whether the span around a call counts hits in its attributes, which takes each hit some time.
         */
        @WithDefault("false")
        boolean hits();
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

    /** One cache. */
    interface Cache {

        /**
         * Where the cache is: {@code embedded} or {@code redis}.
         * It is {@code quarkus.use-cache.store} if not set.
         */
        Optional<String> store();
    }

    /** The shared store in Redis or Valkey. */
    interface Redis {

        /**
         * The name of the Redis client whose hosts, credentials and TLS are used.
         */
        @WithDefault("<default>")
        String client();

        /**
         * The readiness of the shared store.
         */
        Health health();
    }

    /** The readiness of the shared store. */
    interface Health {

        /**
         * Whether {@code quarkus-smallrye-health}, if the application has it, tells of the shared store.
         */
        @WithDefault("true")
        boolean enabled();
    }
}
