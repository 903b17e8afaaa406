package io.quarkiverse.usecache.runtime.fill;

import java.util.Map;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicBoolean;

import org.jboss.logging.Logger;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Weigher;

import io.quarkiverse.usecache.runtime.key.CallKey;
import io.quarkiverse.usecache.runtime.tag.Revalidations;
import io.quarkiverse.usecache.runtime.tag.TagState;

/**
 * The entries of one cache, bounded by Caffeine, and the loads that make them. Loads are never left to Caffeine: the stamp of
 * an
 * entry must be taken before its load begins, by who leads it.
 */
public final class SlotStore {

    private static final Logger LOG = Logger.getLogger(SlotStore.class);

    private final String name;
    private final long maximum;
    private final Weigher<Object, Object> weigher;
    private final TagState ofAllCaches;
    private final TagState ofThisCache;
    private final Cache<CallKey, Slot> slots;
    private final ConcurrentMap<CallKey, Slot> map;
    private final Loads loads = new Loads();
    private final AtomicBoolean warned = new AtomicBoolean();

    /**
     * @param maximum the greatest weight of all entries together
     * @param weigher weighs an entry, given its arguments and its value
     */
    SlotStore(String name, long maximum, Weigher<Object, Object> weigher, Revalidations revalidations, TagState ofAllCaches) {
        this.name = name;
        this.maximum = maximum;
        this.weigher = weigher;
        this.ofAllCaches = ofAllCaches;
        this.ofThisCache = revalidations.implicit(name);
        this.slots = bounded(Caffeine.newBuilder().executor(Runnable::run)).build();
        this.map = slots.asMap();
    }

    /** Entries that all weigh the same are counted, which takes less time and room. */
    private Caffeine<? super CallKey, ? super Slot> bounded(Caffeine<Object, Object> builder) {
        return isUnweighed() ? builder.maximumSize(maximum)
                : builder.maximumWeight(maximum).weigher((CallKey key, Slot slot) -> slot.weight());
    }

    private boolean isUnweighed() {
        return weigher == Weigher.singletonWeigher();
    }

    public String name() {
        return name;
    }

    public long maximum() {
        return maximum;
    }

    Slot get(CallKey key) {
        return map.get(key);
    }

    void put(CallKey key, Slot slot) {
        slots.put(key, slot);
    }

    /** Whether it was still there. */
    boolean remove(CallKey key, Slot slot) {
        return map.remove(key, slot);
    }

    void remove(CallKey key) {
        map.remove(key);
    }

    /** The weight of an entry, or a negative number if it cannot be told. */
    int weigh(CallKey key, Object value) {
        if (isUnweighed()) {
            return 1;
        }
        try {
            return weigher.weigh(key.arguments(), value);
        } catch (RuntimeException e) {
            if (warned.compareAndSet(false, true)) {
                LOG.warnf(e, "The weigher of cache [%s] failed for key [%s]. The entry is not stored. This is logged once for "
                        + "each cache.", name, key);
            }
            return -1;
        }
    }

    /** Whether this cache, or all, were cleared after that time. */
    boolean clearedAfter(long stamp) {
        return ofThisCache.expiredAfter(stamp) || ofAllCaches.expiredAfter(stamp);
    }

    /** What all entries of this cache carry, to clear it as a tag is revalidated. */
    TagState implicitTag() {
        return ofThisCache;
    }

    /** Frees the memory of entries that are cleared already. */
    void discardAll() {
        slots.invalidateAll();
    }

    /** The loads that are in flight. */
    Loads loads() {
        return loads;
    }

    Iterable<Map.Entry<CallKey, Slot>> entries() {
        return map.entrySet();
    }
}
