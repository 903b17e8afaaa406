package io.quarkiverse.usecache.runtime.fill;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.function.Consumer;

import io.quarkiverse.usecache.runtime.life.Life;
import io.quarkiverse.usecache.runtime.tag.TagStamps;
import io.quarkiverse.usecache.runtime.tag.TagState;

/**
 * One entry of a cache, from the moment its load begins: in flight it holds the {@link Fill}, finished it holds the value.
 */
final class Slot {

    /** What a slot is besides its value. */
    sealed interface Phase permits Fill, Postponed {
    }

    /** A refresh failed, and the next one has to wait. */
    record Postponed(long until) implements Phase {
    }

    private static final VarHandle CHECKED_EPOCH = handle("checkedEpoch", long.class);
    private static final long UNCHECKED = -1;

    private final CachedMethod method;
    private final long stamp;
    private final long started;
    private volatile Phase phase;
    private Object value;
    private TagStamps tags;
    private Life life;
    private int weight;
    private long checkedEpoch = UNCHECKED;

    Slot(CachedMethod method, long stamp, long started) {
        this.method = method;
        this.stamp = stamp;
        this.started = started;
    }

    private static VarHandle handle(String field, Class<?> type) {
        try {
            return MethodHandles.lookup().findVarHandle(Slot.class, field, type);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    void begin(Fill load) {
        phase = load;
    }

    /** Takes the value, for those who wait for the load. */
    void finish(Object loaded, TagStamps loadedTags, Life loadedLife) {
        value = loaded;
        tags = loadedTags;
        life = loadedLife;
    }

    /**
     * Makes the slot an entry for who looks at it from now on. One that must not be kept stays a load for ever: who found it
     * before it was removed has to ask the load whether the value may be shared.
     */
    void publish(int loadedWeight) {
        weight = loadedWeight;
        phase = null;
    }

    /** The load in flight, or {@code null} once it is an entry: only then may the other properties be read. */
    Fill fill() {
        return phase instanceof Fill fill ? fill : null;
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
        phase = new Postponed(until);
    }

    boolean mayRefresh(long now) {
        return !(phase instanceof Postponed postponed) || now - postponed.until() >= 0;
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

    /**
     * A load in flight weighs what it replaces, so that nothing is evicted for it; one that replaces nothing is not evicted.
     */
    int weight() {
        Fill running = fill();
        return running == null ? weight : running.previousWeight();
    }

    /** Visits the tags known so far. */
    void forEachTag(Consumer<TagState> action) {
        Fill running = fill();
        if (running == null) {
            tags.forEach(action);
        } else {
            running.forEachTag(action);
        }
    }
}
