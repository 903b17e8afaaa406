package io.quarkiverse.usecache;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says how long the results of a cached method live: by the name of a profile, by durations, or by a profile some of whose
 * durations are replaced. What is not given is inherited from the class, then from the cache's configured life, then from the
 * profile {@code default}; an inherited {@code revalidate} yields to a shorter {@code expire}.
 * <p>
 * Built-in profiles are {@code default}, {@code seconds}, {@code minutes}, {@code hours}, {@code days}, {@code weeks} and
 * {@code max}; {@code quarkus.use-cache.life."name"} changes them and adds others. A duration is written {@code "30s"},
 * {@code "5m"}, {@code "1h"}, {@code "2d"}, in ISO-8601 ({@code "PT1H30M"}), or is {@code "0"}; {@code expire} may be
 * {@code "never"}. Ages count from the start of the call that made the value.
 * <p>
 * An unknown profile, a malformed duration, and a {@code revalidate} longer than {@code expire} fail the build.
 *
 * @see Lifetime
 * @see <a href="https://nextjs.org/docs/app/api-reference/functions/cacheLife">Next.js: cacheLife</a>
 */
@Target({ ElementType.METHOD, ElementType.TYPE })
@Retention(RetentionPolicy.RUNTIME)
public @interface CacheLife {

    /** The name of a profile. */
    String value() default "";

    /** For how long a client may keep the value without asking. Never makes the server drop an entry. */
    String stale() default "";

    /** Up to which age a value is fresh; an older one is served once more while it is refreshed. {@code "0"}: not cached. */
    String revalidate() default "";

    /** Up to which age a value may be served at all. {@code "0"}: not cached. */
    String expire() default "";
}
