package io.quarkiverse.usecache.runtime.shared;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import io.quarkiverse.usecache.RevalidationMode;
import io.quarkiverse.usecache.TagsRevalidated;
import io.quarkiverse.usecache.TagsRevalidated.Origin;
import io.quarkiverse.usecache.runtime.load.InFlight;
import io.quarkiverse.usecache.runtime.store.EntryStore;
import io.quarkiverse.usecache.runtime.store.EntryStores;
import io.quarkiverse.usecache.runtime.tag.ReservedTags;
import io.quarkiverse.usecache.runtime.tag.RevalidationClock;

/** What the log makes of the entries of this node. The local clock numbers it anew: the two number spaces never meet. */
public final class LocalEffects {

    private final RevalidationClock clock;
    private final EntryStores stores;
    private final InFlight inFlight;
    private final Consumer<TagsRevalidated> events;
    private final Runnable lostTrack;
    private final String everything;

    public LocalEffects(String application, RevalidationClock clock, EntryStores stores, InFlight inFlight,
            Consumer<TagsRevalidated> events, Runnable lostTrack) {
        this.clock = clock;
        this.stores = stores;
        this.inFlight = inFlight;
        this.events = events;
        this.lostTrack = lostTrack;
        this.everything = ReservedTags.ofAll(application);
    }

    /** Another node has revalidated. */
    void revalidateAndTell(RevalidationMode mode, List<String> tags) {
        revalidate(mode, tags);
        List<String> named = tags.stream().filter(tag -> !ReservedTags.isReserved(tag)).toList();
        if (!named.isEmpty()) {
            events.accept(new TagsRevalidated(named, mode, Origin.REMOTE));
        }
    }

    void revalidate(RevalidationMode mode, List<String> tags) {
        boolean all = tags.contains(everything);
        List<String> local = all ? with(stores.clearTags(), tags) : tags;
        clock.revalidate(mode, local);
        if (mode == RevalidationMode.EXPIRE) {
            stores.all().stream().filter(store -> local.contains(store.clearTag().tag())).forEach(this::free);
        }
        if (all && !local.containsAll(stores.clearTags())) {
            revalidate(mode, tags); // A cache has come meanwhile, and may hold what was loaded before.
        }
    }

    private static List<String> with(List<String> some, List<String> others) {
        List<String> both = new ArrayList<>(some);
        both.addAll(others);
        return both;
    }

    private void free(EntryStore cleared) {
        cleared.discardAll();
        inFlight.dropAll(cleared);
    }

    /** Nothing is known any more of what is held, loads in flight included. */
    void dropEverything() {
        revalidate(RevalidationMode.EXPIRE, List.of(everything));
        lostTrack.run();
    }
}
