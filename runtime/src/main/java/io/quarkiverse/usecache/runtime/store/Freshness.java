package io.quarkiverse.usecache.runtime.store;

/** What an entry is good for. */
public enum Freshness {
    /** It is served. */
    FRESH,
    /** It is served while it is refreshed. */
    STALE,
    /** It is not served any more. */
    GONE
}
