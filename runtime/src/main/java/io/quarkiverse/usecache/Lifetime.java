package io.quarkiverse.usecache;

import java.time.Duration;

/**
 * How long a cached value lives. All ages count from the start of the call that made it; a {@code null} component is
 * inherited from the enclosing default, and an inherited {@code revalidate} yields to a shorter {@code expire}.
 *
 * @param stale for how long a client may keep the value without asking; never makes the server drop an entry
 * @param revalidate up to which age the value is fresh; zero: not cached
 * @param expire up to which age the value may be served at all, {@link #NEVER} for no limit; zero: not cached
 * @see <a href="https://nextjs.org/docs/app/api-reference/functions/cacheLife">Next.js: cacheLife</a>
 */
public record Lifetime(Duration stale, Duration revalidate, Duration expire) {

    /** The {@link #expire()} of a value that may be served for ever. */
    public static final Duration NEVER = Duration.ofSeconds(Long.MAX_VALUE);

    /** @throws IllegalArgumentException if a duration is negative, or {@code revalidate} is longer than {@code expire} */
    public Lifetime {
        stale = limited("stale", stale);
        revalidate = limited("revalidate", revalidate);
        expire = limited("expire", expire);
        if (revalidate != null && expire != null && revalidate.compareTo(expire) > 0) {
            throw new IllegalArgumentException("revalidate [" + revalidate + "] must not be longer than expire [" + expire
                    + "]: a value cannot be fresh after it has expired. Shorten revalidate or lengthen expire.");
        }
    }

    /** What is longer than {@link #NEVER}, such as {@code ChronoUnit.FOREVER}, means the same. */
    private static Duration limited(String name, Duration duration) {
        if (duration != null && duration.isNegative()) {
            throw new IllegalArgumentException(name + " [" + duration + "] must not be negative. Use 0 for not at all.");
        }
        return duration == null || duration.compareTo(NEVER) < 0 ? duration : NEVER;
    }
}
