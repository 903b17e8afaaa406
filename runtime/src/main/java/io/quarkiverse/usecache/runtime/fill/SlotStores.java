package io.quarkiverse.usecache.runtime.fill;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

import com.github.benmanes.caffeine.cache.Weigher;

import io.quarkiverse.usecache.runtime.tag.Revalidations;
import io.quarkiverse.usecache.runtime.tag.TagState;

/** The caches of the application, by name. */
public final class SlotStores {

    /** The bound of one cache. */
    public record Bound(long maximum, Weigher<Object, Object> weigher) {
    }

    private final Revalidations revalidations;
    private final TagState ofAllCaches;
    private final Map<String, SlotStore> stores = new TreeMap<>();

    public SlotStores(Collection<String> names, Function<String, Bound> bounds, Revalidations revalidations) {
        this.revalidations = revalidations;
        this.ofAllCaches = revalidations.implicit("all caches");
        for (String name : names) {
            Bound bound = bounds.apply(name);
            stores.put(name, new SlotStore(name, bound.maximum(), bound.weigher(), revalidations, ofAllCaches));
        }
    }

    public Collection<SlotStore> all() {
        return stores.values();
    }

    /** @throws IllegalArgumentException if there is no such cache; the message names those there are */
    public SlotStore get(String name) {
        SlotStore store = stores.get(name);
        if (store == null) {
            throw new IllegalArgumentException("There is no cache [" + name + "]. Cached methods use " + stores.keySet() + ".");
        }
        return store;
    }

    /** Drops the entries of one cache, as if they all carried one tag. */
    public void clear(String name) {
        SlotStore store = get(name);
        revalidations.expire(store.implicitTag());
        store.discardAll();
    }

    public void clearAll() {
        revalidations.expire(ofAllCaches);
        stores.values().forEach(SlotStore::discardAll);
    }
}
