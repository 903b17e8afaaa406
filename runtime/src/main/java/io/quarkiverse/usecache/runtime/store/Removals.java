package io.quarkiverse.usecache.runtime.store;

import com.github.benmanes.caffeine.cache.RemovalCause;
import com.github.benmanes.caffeine.cache.Ticker;

import io.quarkiverse.usecache.runtime.event.CacheListeners;
import io.quarkiverse.usecache.runtime.event.Removal;
import io.quarkiverse.usecache.runtime.key.CallKey;

/** Tells listeners which entries come into a cache and leave it, and why. */
final class Removals {

    private final CacheListeners listeners;
    private final Ticker ticker;

    Removals(CacheListeners listeners, Ticker ticker) {
        this.listeners = listeners;
        this.ticker = ticker;
    }

    boolean areWatched() {
        return !listeners.isEmpty();
    }

    void stored(CallKey key, Entry entry) {
        listeners.stored(key, entry);
    }

    /** What could not be served any more is gone for that reason, whatever took it out at last. */
    void tell(CallKey key, Entry entry, RemovalCause how) {
        listeners.removed(key, entry, cause(entry, how));
    }

    private Removal cause(Entry entry, RemovalCause how) {
        if (entry.expired()) {
            return Removal.REVALIDATED;
        }
        if (entry.tooOld(ticker.read())) {
            return Removal.EXPIRED;
        }
        return how == RemovalCause.REPLACED ? Removal.REPLACED
                : Removal.EVICTED;
    }
}
