package io.quarkiverse.usecache.runtime.view;

import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import io.quarkiverse.usecache.runtime.key.CallKey;
import io.quarkiverse.usecache.runtime.load.InFlight;
import io.quarkiverse.usecache.runtime.load.Load;
import io.quarkiverse.usecache.runtime.method.CachedMethod;
import io.quarkiverse.usecache.runtime.store.Entry;
import io.quarkiverse.usecache.runtime.store.EntryStore;
import io.quarkiverse.usecache.runtime.store.EntryStores;
import io.quarkiverse.usecache.runtime.store.Freshness;
import io.quarkiverse.usecache.runtime.store.FreshnessCheck;
import io.quarkiverse.usecache.runtime.tag.RevalidationClock;
import io.quarkiverse.usecache.runtime.view.CacheView.State;

/** The entries that a call could be given now, and the loads that make the first, as people look at them. */
@Singleton
public class LiveEntries {

    /**
     * When somebody looks, which is the same for all entries of a cache. Invariant I4: the epoch is read before they are looked
     * up.
     */
    private record Moment(long epoch, long time) {

        /** Never negative, though a load may begin after somebody began to look. */
        long ageFrom(long started) {
            return Math.max(0, time - started);
        }
    }

    private final EntryStores stores;
    private final InFlight inFlight;
    private final RevalidationClock clock;
    private final FreshnessCheck freshness;

    @Inject
    public LiveEntries(EntryStores stores, InFlight inFlight, RevalidationClock clock, FreshnessCheck freshness) {
        this.stores = stores;
        this.inFlight = inFlight;
        this.clock = clock;
        this.freshness = freshness;
    }

    public Stream<LiveEntry> all() {
        return stores.all().stream().flatMap(this::of);
    }

    /** A load that ends meanwhile may be missing, or be there both as load and as entry. */
    public Stream<LiveEntry> of(EntryStore store) {
        Moment now = new Moment(clock.epoch(), freshness.now());
        return Stream.concat(loading(store, now),
                stream(store.entries()).map(entry -> finished(entry, store, now)).filter(Objects::nonNull));
    }

    private Stream<LiveEntry> loading(EntryStore store, Moment now) {
        return stream(inFlight.all()).filter(load -> load.call().store() == store).filter(load -> !refreshes(load, now))
                .map(load -> new LoadingEntry(load, inFlight, now.ageFrom(load.begun())));
    }

    private static <T> Stream<T> stream(Iterable<T> elements) {
        return StreamSupport.stream(elements.spliterator(), false);
    }

    /** How many entries each method has, without those that have none. */
    public Map<CachedMethod, Long> countByMethod() {
        return all().collect(Collectors.groupingBy(LiveEntry::method, Collectors.counting()));
    }

    /** Whether there is an entry that stands for the load. */
    private boolean refreshes(Load load, Moment now) {
        Entry previous = load.previous();
        return previous != null && freshness(previous, now) != Freshness.GONE
                && load.call().store().get(load.key()) == previous;
    }

    /** Most entries are fresh, and were found so before: then their tags need not be looked at, as when they are called. */
    private Freshness freshness(Entry entry, Moment now) {
        return entry.freshAt(now.epoch(), now.time()) ? Freshness.FRESH : freshness.of(entry, now.epoch());
    }

    private LiveEntry finished(Map.Entry<CallKey, Entry> found, EntryStore store, Moment now) {
        Entry entry = found.getValue();
        Freshness freshness = freshness(entry, now);
        return freshness == Freshness.GONE ? null
                : new StoredEntry(found.getKey(), entry, store, inFlight,
                        freshness == Freshness.FRESH ? State.FRESH : State.STALE, now.ageFrom(entry.started()));
    }
}
