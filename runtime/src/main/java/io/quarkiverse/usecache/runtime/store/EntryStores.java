package io.quarkiverse.usecache.runtime.store;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Function;

import com.github.benmanes.caffeine.cache.Ticker;

import io.quarkiverse.usecache.runtime.event.CacheListeners;
import io.quarkiverse.usecache.runtime.store.EntryStore.Bound;
import io.quarkiverse.usecache.runtime.tag.ReservedTags;
import io.quarkiverse.usecache.runtime.tag.RevalidationClock;

/** The caches of the application, by name. */
public final class EntryStores {

    private final Map<String, EntryStore> stores = new ConcurrentSkipListMap<>();
    private final Function<String, EntryStore> maker;

    /**
     * @param application names the application to other nodes
     * @param leases what a hit needs besides, by cache; {@code null} for nothing
     */
    public EntryStores(String application, Collection<String> names, Function<String, Bound> bounds,
            Function<String, Lease> leases, RevalidationClock clock, Ticker ticker, CacheListeners listeners) {
        Removals removals = new Removals(listeners, ticker);
        this.maker = cache -> new EntryStore(cache, bounds.apply(cache),
                clock.pinned(ReservedTags.ofCache(application, cache)), leases.apply(cache), removals);
        names.forEach(this::named);
    }

    /** The cache of that name, which is made if there is none. */
    public EntryStore named(String name) {
        EntryStore store = stores.get(name);
        return store == null ? make(name) : store;
    }

    private synchronized EntryStore make(String name) {
        return stores.computeIfAbsent(name, maker);
    }

    public Collection<EntryStore> all() {
        return stores.values();
    }

    /** @throws IllegalArgumentException if there is no such cache; the message names those there are */
    public EntryStore get(String name) {
        EntryStore store = stores.get(name);
        if (store == null) {
            throw new IllegalArgumentException("There is no cache [" + name + "]. Cached methods use " + stores.keySet() + ".");
        }
        return store;
    }

    /** The tags whose revalidation clears every cache. */
    public List<String> clearTags() {
        return stores.values().stream().map(store -> store.clearTag().tag()).toList();
    }
}
