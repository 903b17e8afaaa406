package io.quarkiverse.usecache.runtime.store;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

import io.quarkiverse.usecache.runtime.event.StoredValue;
import io.quarkiverse.usecache.runtime.life.Life;
import io.quarkiverse.usecache.runtime.method.CachedMethod;
import io.quarkiverse.usecache.runtime.tag.TagStamps;

/** A finished result: a value, and what decides for how long it may be served. */
public final class Entry implements StoredValue {

    private static final VarHandle CHECKED_EPOCH = handle("checkedEpoch", long.class);
    private static final long UNCHECKED = -1;
    private static final long NEVER_BEHIND = Long.MAX_VALUE;

    private final CachedMethod method;
    private final long stamp;
    private final long started;
    private final Object value;
    private final TagStamps tags;
    private final Life life;
    private final int weight;
    private final Provenance provenance;
    private long checkedEpoch = UNCHECKED;
    private volatile long refreshableFrom;

    /**
     * @param stamp the logical time at which its load began, or an earlier one
     * @param started when its load began, by the ticker; all ages count from here
     * @param weight in its cache; 1 where entries are counted
     */
    public Entry(CachedMethod method, long stamp, long started, Object value, TagStamps tags, Life life, int weight) {
        this(method, stamp, started, value, tags, life, weight, null);
    }

    /** @param provenance what other nodes have to know of it; {@code null} where there are none */
    public Entry(CachedMethod method, long stamp, long started, Object value, TagStamps tags, Life life, int weight,
            Provenance provenance) {
        this.method = method;
        this.stamp = stamp;
        this.started = started;
        this.value = value;
        this.tags = tags;
        this.life = life;
        this.weight = weight;
        this.provenance = provenance;
        this.refreshableFrom = started;
    }

    private static VarHandle handle(String field, Class<?> type) {
        try {
            return MethodHandles.lookup().findVarHandle(Entry.class, field, type);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    /**
     * Invariant I4, in one comparison: no tag has moved up to that epoch, and the value is not older than its life. The epoch
     * must have been read before the entry was looked up. Reading the certificate acquires what its writer saw.
     */
    public boolean freshAt(long epoch, long now) {
        return (long) CHECKED_EPOCH.getAcquire(this) == epoch && now - started <= life.revalidate();
    }

    /** Looks at the tags, and certifies the entry for the epoch if none has moved. */
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

    /** Whether a tag, that of its cache included, was revalidated after the load began. */
    public boolean expired() {
        return tags.expired(stamp);
    }

    boolean tooOld(long now) {
        return now - started > life.expire();
    }

    /** After a refresh that failed, the next one has to wait. */
    void postponeRefresh(long until) {
        if (refreshableFrom != NEVER_BEHIND) {
            refreshableFrom = until;
        }
    }

    /** Its refresh needs a caller: the next call loads in the foreground. */
    public void refuseRefreshBehind() {
        refreshableFrom = NEVER_BEHIND;
    }

    public boolean mayBeServedStale() {
        return refreshableFrom != NEVER_BEHIND;
    }

    public boolean mayRefresh(long now) {
        return now - refreshableFrom >= 0;
    }

    @Override
    public CachedMethod method() {
        return method;
    }

    public long stamp() {
        return stamp;
    }

    @Override
    public long started() {
        return started;
    }

    @Override
    public Object value() {
        return value;
    }

    @Override
    public TagStamps tags() {
        return tags;
    }

    @Override
    public Life life() {
        return life;
    }

    @Override
    public boolean fromElsewhere() {
        return provenance != null && provenance.fromElsewhere();
    }

    public Provenance provenance() {
        return provenance;
    }

    int weight() {
        return weight;
    }
}
