package io.quarkiverse.usecache.runtime.edge;

import java.util.Collection;
import java.util.concurrent.TimeUnit;

import io.quarkiverse.usecache.runtime.life.Life;
import io.quarkiverse.usecache.runtime.store.Entry;

/**
 * What is left of the shortest lives of all that an answer was made of, in nanoseconds.
 *
 * @param age of the oldest
 * @param client for how long a client may keep the answer without asking
 * @param fresh for how long it is fresh
 * @param usable for how long it may be served at all
 */
record AnswerLife(long age, long client, long fresh, long usable) {

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
    /** What is said of something that lives for ever, as RFC 9111 has advised for years. */
    private static final long LONGEST = TimeUnit.DAYS.toNanos(365);

    static AnswerLife of(Collection<Entry> entries, long now) {
        long age = 0;
        long client = LONGEST;
        long fresh = LONGEST;
        long usable = LONGEST;
        for (Entry entry : entries) {
            long own = Math.max(0, now - entry.started());
            boolean stale = entry.tags().stale(entry.stamp());
            age = Math.max(age, own);
            client = Math.min(client, stale ? 0 : left(entry.life().stale(), own));
            fresh = Math.min(fresh, stale ? 0 : left(entry.life().revalidate(), own));
            usable = Math.min(usable, left(entry.life().expire(), own));
        }
        return new AnswerLife(age, Math.min(client, usable), Math.min(fresh, usable), usable);
    }

    private static long left(long life, long age) {
        return life == Life.FOR_EVER ? life : Math.max(0, life - age);
    }

    /** @param aged whether the answer says its age, which caches take off from what they read here */
    String cacheControl(boolean aged) {
        return "max-age=" + seconds(client, aged) + ", s-maxage=" + seconds(fresh, aged) + staleWhileRevalidate();
    }

    String cdnCacheControl(boolean aged) {
        return "max-age=" + seconds(fresh, aged) + staleWhileRevalidate();
    }

    String ageSeconds() {
        return String.valueOf(rounded(age));
    }

    long freshSeconds() {
        return rounded(fresh);
    }

    private String staleWhileRevalidate() {
        long seconds = rounded(usable) - rounded(fresh);
        return seconds <= 0 ? "" : ", stale-while-revalidate=" + seconds;
    }

    private long seconds(long left, boolean aged) {
        return aged ? rounded(left + age) : rounded(left);
    }

    /** A second is the least that can be said, and some lives are no longer: none of them must become nothing. */
    private static long rounded(long nanos) {
        return (nanos + SECOND / 2) / SECOND;
    }
}
