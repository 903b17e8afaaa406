package io.quarkiverse.usecache.runtime.store;

import java.util.Map;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicBoolean;

import org.jboss.logging.Logger;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Weigher;

import io.quarkiverse.usecache.runtime.key.CallKey;
import io.quarkiverse.usecache.runtime.tag.TagState;

/**
 * The entries of one cache, bounded by Caffeine. Loads are never left to Caffeine: the stamp of an entry must be taken before
 * its load begins.
 */
public final class EntryStore {

    /**
     * How much a cache holds.
     *
     * @param maximum the greatest weight of all entries together
     * @param weigher weighs an entry, given its arguments and its value
     * @param keepsNull whether {@code null} is a value like any other
     */
    public record Bound(long maximum, Weigher<Object, Object> weigher, boolean keepsNull) {

        public Bound(long maximum, Weigher<Object, Object> weigher) {
            this(maximum, weigher, true);
        }

        /** Entries that all weigh the same are counted, which takes less time and room. */
        boolean isUnweighed() {
            return weigher == Weigher.singletonWeigher();
        }
    }

    private static final Logger LOG = Logger.getLogger(EntryStore.class);
    private static final int UNKNOWN_WEIGHT = -1;

    private final String name;
    private final Bound bound;
    private final TagState clearTag;
    private final Lease lease;
    private final Removals removals;
    private final ConcurrentMap<CallKey, Entry> map;
    private final AtomicBoolean warned = new AtomicBoolean();

    /**
     * @param clearTag what all entries of this cache carry
     * @param lease what a hit needs besides, or {@code null} for nothing
     */
    EntryStore(String name, Bound bound, TagState clearTag, Lease lease, Removals removals) {
        this.name = name;
        this.bound = bound;
        this.clearTag = clearTag;
        this.lease = lease;
        this.removals = removals;
        this.map = build().asMap();
    }

    private Cache<CallKey, Entry> build() {
        Caffeine<Object, Object> builder = Caffeine.newBuilder().executor(Runnable::run);
        if (removals.areWatched()) {
            builder.removalListener((key, entry, how) -> removals.tell((CallKey) key, (Entry) entry, how));
        }
        return bound.isUnweighed() ? builder.maximumSize(bound.maximum()).build()
                : builder.maximumWeight(bound.maximum()).weigher((CallKey key, Entry entry) -> entry.weight()).build();
    }

    public String name() {
        return name;
    }

    public long maximum() {
        return bound.maximum();
    }

    public boolean keeps(Object value) {
        return value != null || bound.keepsNull();
    }

    public Entry get(CallKey key) {
        return map.get(key);
    }

    public void put(CallKey key, Entry entry) {
        removals.stored(key, entry);
        map.put(key, entry);
    }

    /** Whether it was still there. */
    public boolean remove(CallKey key, Entry entry) {
        return map.remove(key, entry);
    }

    public void remove(CallKey key) {
        map.remove(key);
    }

    /** How many entries are there, those included that may not be served any more. */
    public int size() {
        return map.size();
    }

    /** Frees the memory of entries that are revalidated already. */
    public void discardAll() {
        map.clear();
    }

    public Iterable<Map.Entry<CallKey, Entry>> entries() {
        return map.entrySet();
    }

    /**
     * Whether an entry may be given to a call now that was good by its tags at an epoch, which was read before it was looked
     * at.
     */
    public boolean mayServe(Entry entry, long epoch) {
        return lease == null || lease.covers(entry, epoch);
    }

    /** Revalidating it clears the cache. */
    public TagState clearTag() {
        return clearTag;
    }

    /** The weight of an entry, or a negative number if it cannot be told and the entry must not be stored. */
    public int weigh(CallKey key, Object value) {
        if (bound.isUnweighed()) {
            return 1;
        }
        try {
            return bound.weigher().weigh(key.arguments(), value);
        } catch (RuntimeException e) {
            if (warned.compareAndSet(false, true)) {
                LOG.warnf(e, "The weigher of cache [%s] failed for key [%s]. The entry is not stored. This is logged once for "
                        + "each cache.", name, key);
            }
            return UNKNOWN_WEIGHT;
        }
    }
}
