package io.quarkiverse.usecache.runtime.life;

import java.time.Duration;

import io.quarkiverse.usecache.Lifetime;

/**
 * The complete life of an entry, in nanoseconds of age; {@link Long#MAX_VALUE} is for ever.
 *
 * @param stale for how long a client may keep the value
 * @param revalidate up to which age the value is fresh
 * @param expire up to which age the value may be served
 */
public record Life(long stale, long revalidate, long expire) {

    public static final long FOR_EVER = Long.MAX_VALUE;

    private static final Duration LONGEST = Duration.ofNanos(Long.MAX_VALUE);

    public static Life of(Lifetime complete) {
        return new Life(nanos(complete.stale()), nanos(complete.revalidate()), nanos(complete.expire()));
    }

    /** A duration in nanoseconds, {@link #FOR_EVER} for one that is too long to be counted so. */
    public static long nanos(Duration duration) {
        return duration.compareTo(LONGEST) >= 0 ? FOR_EVER : duration.toNanos();
    }

    /** Whether a value with this life may be kept at all. */
    public boolean storable() {
        return revalidate > 0 && expire > 0;
    }

    /**
     * What is left of this life for something that began later by that many nanoseconds: at least a nanosecond, because a life
     * of zero would mean that nothing may be stored.
     */
    public Life after(long nanos) {
        return nanos <= 0 ? this : new Life(left(stale, nanos), left(revalidate, nanos), left(expire, nanos));
    }

    private static long left(long age, long nanos) {
        return age == FOR_EVER || age == 0 ? age : Math.max(1, age - nanos);
    }
}
