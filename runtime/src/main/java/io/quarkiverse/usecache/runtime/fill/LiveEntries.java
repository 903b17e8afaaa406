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

/** The entries that a call could be given now, as people look at them. */
@Singleton
public class LiveEntries {

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

    public Stream<LiveEntry> of(SlotStore store) {
        return StreamSupport.stream(store.entries().spliterator(), false).map(this::live).filter(Objects::nonNull);
    }

    /** How many entries each method has, without those that have none. */
    public Map<CachedMethod, Long> countByMethod() {
        return stores.all().stream().flatMap(store -> StreamSupport.stream(store.entries().spliterator(), false))
                .map(Map.Entry::getValue).filter(this::isLive)
                .collect(Collectors.groupingBy(Slot::method, Collectors.counting()));
    }

    private boolean isLive(Slot slot) {
        return slot.fill() != null || fills.check(slot) != Freshness.GONE;
    }

    /** A load in flight shows the entry it refreshes, if there is one, else itself. */
    private LiveEntry live(Map.Entry<CallKey, Slot> entry) {
        Slot slot = entry.getValue();
        Fill fill = slot.fill();
        if (fill == null) {
            return finished(entry.getKey(), slot, slot);
        }
        LiveEntry previous = fill.previous() == null ? null : finished(entry.getKey(), slot, fill.previous());
        return previous != null ? previous
                : new LiveEntry(entry.getKey(), slot, slot, State.FILLING, age(slot), fill.scope().life());
    }

    private LiveEntry finished(CallKey key, Slot held, Slot slot) {
        Freshness freshness = fills.check(slot);
        return freshness == Freshness.GONE ? null
                : new LiveEntry(key, held, slot, freshness == Freshness.FRESH ? State.FRESH : State.STALE, age(slot),
                        slot.life());
    }

    private long age(Slot slot) {
        return fills.now() - slot.started();
    }
}
