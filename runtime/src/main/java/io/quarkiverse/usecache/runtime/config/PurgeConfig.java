package io.quarkiverse.usecache.runtime.config;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

import io.smallrye.config.WithDefault;

/** A cache outside the application that is told of revalidated tags. */
public interface PurgeConfig {

    /**
     * What it is: {@code varnish}, {@code fastly}, {@code cloudflare} or {@code nextjs}.
     * If not set, a bean that implements {@code EdgePurger} and has the qualifier {@code @Identifier} with the name of the
     * target.
     */
    Optional<Type> type();

    /**
     * Where requests are sent: the address of Varnish, or of the route of a Next.js application.
     * Fastly and Cloudflare are asked at their public addresses if not set.
     */
    Optional<URI> url();

    /**
     * The secret that is sent with each request: the API token of Fastly or Cloudflare, or the secret that the route of a
     * Next.js application, or Varnish, checks.
     * Varnish needs none if it knows the application by its address.
     */
    Optional<String> token();

    /**
     * The identifier of the service at Fastly.
     */
    Optional<String> serviceId();

    /**
     * The identifier of the zone at Cloudflare.
     */
    Optional<String> zoneId();

    /**
     * After which time a request that has no answer has failed.
     */
    @WithDefault("5s")
    Duration timeout();

    /**
     * For how long nothing is sent after a request that has failed; twice as long after each further one.
     * An answer with {@code Retry-After} may ask for more.
     */
    @WithDefault("200ms")
    Duration retryDelay();

    /**
     * For how long nothing is sent after a request that has failed, at most.
     */
    @WithDefault("30s")
    Duration maximumRetryDelay();

    /**
     * How many tags wait at most to be purged.
     * If there are more, everything is purged instead.
     */
    @WithDefault("10000")
    int maximumPending();

    /**
     * Whether everything is purged when a cache of the application is cleared, since clearing names no tag.
     */
    @WithDefault("true")
    boolean onClear();

    /**
     * For how long after a purge the same tags are purged once more, at the earliest, and twice that time at the latest.
     * That drops what was on its way while they were purged, or came from a node that did not know of the revalidation yet.
     * If not set, it is {@code quarkus.use-cache.redis.lease} with a shared store, and they are purged once without.
     * {@code 0} means once.
     */
    Optional<Duration> repeatAfter();

    /**
     * Whether the application is not ready while the last request has failed.
     */
    @WithDefault("false")
    boolean required();

    /** What a target is. */
    enum Type {
        VARNISH,
        FASTLY,
        CLOUDFLARE,
        NEXTJS
    }
}
