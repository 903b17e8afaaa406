package io.quarkiverse.usecache.runtime.fill;

import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import io.quarkiverse.usecache.runtime.key.CallKey;
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

    private final SlotStores stores;
    private final Fills fills;

    @Inject
    LiveEntries(SlotStores stores, Fills fills) {
        this.stores = stores;
        this.fills = fills;
    }

    public Stream<LiveEntry> all() {
        return stores.all().stream().flatMap(this::of);
    }

    /** A load that ends meanwhile may be missing, or be there both as load and as entry. */
    public Stream<LiveEntry> of(SlotStore store) {
        Moment now = new Moment(fills.revalidations().epoch(), fills.now());
        return Stream.concat(
                stream(store.loads().all()).filter(load -> !refreshes(load, now)).map(load -> filling(load, now)),
                stream(store.entries()).map(entry -> finished(entry, now)).filter(Objects::nonNull));
    }

    private static <T> Stream<T> stream(Iterable<T> elements) {
        return StreamSupport.stream(elements.spliterator(), false);
    }

    /** How many entries each method has, without those that have none. */
    public Map<CachedMethod, Long> countByMethod() {
        return all().collect(Collectors.groupingBy(LiveEntry::method, Collectors.counting()));
    }

    /** Whether there is an entry that stands for the load. */
    private boolean refreshes(Fill load, Moment now) {
        Slot previous = load.previous();
        return previous != null && freshness(previous, now) != Freshness.GONE
                && load.method().store().get(load.key()) == previous;
    }

    /** Most entries are fresh, and were found so before: then their tags need not be looked at, as when they are called. */
    private Freshness freshness(Slot slot, Moment now) {
        return slot.freshAt(now.epoch(), now.time()) ? Freshness.FRESH : fills.check(slot, now.epoch());
    }

    private static LiveEntry filling(Fill load, Moment now) {
        return new LoadingEntry(load, now.ageFrom(load.started()));
    }

    private LiveEntry finished(Map.Entry<CallKey, Slot> entry, Moment now) {
        Slot slot = entry.getValue();
        Freshness freshness = freshness(slot, now);
        return freshness == Freshness.GONE ? null
                : new StoredEntry(entry.getKey(), slot, freshness == Freshness.FRESH ? State.FRESH : State.STALE,
                        now.ageFrom(slot.started()));
    }
}
