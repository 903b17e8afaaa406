package io.quarkiverse.usecache.dev.entry;

import io.quarkiverse.usecache.runtime.life.Life;
import io.quarkiverse.usecache.runtime.view.CacheView.State;
import io.quarkiverse.usecache.runtime.view.LiveEntry;

/** What the next call would find, in the order of an entry's life. */
public enum EntryState {
    /** A call is loading it. */
    LOADING,
    /** It is served. */
    FRESH,
    /** It is served while it is refreshed. */
    STALE,
    /** It is still served, and less than a tenth of its life is left. */
    EXPIRING;

    static EntryState of(LiveEntry entry) {
        if (entry.state() == State.LOADING) {
            return LOADING;
        }
        long expire = entry.life().expire();
        if (expire != Life.FOR_EVER && expire - entry.age() < expire / 10) {
            return EXPIRING;
        }
        return entry.state() == State.FRESH ? FRESH : STALE;
    }
}
