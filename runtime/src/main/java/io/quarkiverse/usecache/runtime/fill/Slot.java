package io.quarkiverse.usecache.runtime.fill;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

import io.quarkiverse.usecache.runtime.life.Life;
import io.quarkiverse.usecache.runtime.tag.TagStamps;

/** What a load has made: a value, and what decides for how long it may be served. */
final class Slot {

    private static final VarHandle CHECKED_EPOCH = handle("checkedEpoch", long.class);
    private static final long UNCHECKED = -1;

    private final CachedMethod method;
    private final long stamp;
    private final long started;
    private final Object value;
    private final TagStamps tags;
    private final Life life;
    private final int weight;
    private long checkedEpoch = UNCHECKED;
    private volatile long refreshableFrom;

    /** @param load what made it, whose stamp and start it has */
    Slot(Fill load, Object value, TagStamps tags, Life life, int weight) {
        this.method = load.method();
        this.stamp = load.stamp();
        this.started = load.started();
        this.value = value;
        this.tags = tags;
        this.life = life;
        this.weight = weight;
        this.refreshableFrom = started;
    }

    private static VarHandle handle(String field, Class<?> type) {
        try {
            return MethodHandles.lookup().findVarHandle(Slot.class, field, type);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    /**
     * Invariant I4, in one comparison: no tag has moved up to that epoch, and the value is not older than its life. The epoch
     * must have been read before the slot was looked up. Reading the certificate acquires what its writer saw.
     */
    boolean freshAt(long epoch, long now) {
        return (long) CHECKED_EPOCH.getAcquire(this) == epoch && now - started <= life.revalidate();
    }

    /** Looks at the tags, and certifies the slot for the epoch if none has moved. */
    Freshness check(long epoch, long now) {
        long age = now - started;
        if (age > life.expire() || expired()) {
            return Freshness.GONE;
        }
        if (tags.stale(stamp)) {
            return Freshness.STALE;
        }
        CHECKED_EPOCH.setRelease(this, epoch);
        return age <= life.revalidate() ? Freshness.FRESH : Freshness.STALE;
    }

    /** Whether a tag, or the cache, was revalidated after the load began. */
    boolean expired() {
        return method.store().clearedAfter(stamp) || tags.expired(stamp);
    }

    /** After a refresh that failed the next one has to wait. */
    void postponeRefresh(long until) {
        refreshableFrom = until;
    }

    boolean mayRefresh(long now) {
        return now - refreshableFrom >= 0;
    }

    CachedMethod method() {
        return method;
    }

    /** The logical time at which the load began, or an earlier one. */
    long stamp() {
        return stamp;
    }

    /** When the load began, by the ticker; all ages count from here. */
    long started() {
        return started;
    }

    Object value() {
        return value;
    }

    TagStamps tags() {
        return tags;
    }

    Life life() {
        return life;
    }

    /** A negative number if it must not be stored. */
    int weight() {
        return weight;
    }
}
