package io.quarkiverse.usecache.runtime.wiring;

import java.lang.reflect.Type;

import io.quarkiverse.usecache.runtime.load.ReadViews;
import io.quarkiverse.usecache.runtime.load.Source;
import io.quarkiverse.usecache.runtime.method.CachedMethod;
import io.quarkiverse.usecache.runtime.store.EntryStore;
import io.quarkiverse.usecache.runtime.store.Lease;
import io.quarkiverse.usecache.runtime.tag.LocalRevalidator;
import io.quarkiverse.usecache.runtime.tag.RevalidationClock;
import io.quarkiverse.usecache.runtime.tag.Revalidator;

/** What a shared store changes. Without one, nothing. */
public interface Sharing {

    Sharing NONE = new Sharing() {
    };

    /** What a hit of a cache needs besides, or {@code null} for nothing. */
    default Lease leaseOf(String cache) {
        return null;
    }

    default ReadViews views(ReadViews local) {
        return local;
    }

    default Revalidator revalidator(RevalidationClock clock) {
        return new LocalRevalidator(clock);
    }

    default Source sourceOf(CachedMethod method, EntryStore store) {
        return Source.METHOD;
    }

    /** The same for code whose type the build cannot know. */
    default Source sourceOf(CachedMethod method, EntryStore store, Type type) {
        return Source.METHOD;
    }
}
