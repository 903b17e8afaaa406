package io.quarkiverse.usecache.runtime.fill;

/** What an entry is good for. */
enum Freshness {
    /** It is served. */
    FRESH,
    /** It is served while it is refreshed. */
    STALE,
    /** It is not served any more. */
    GONE
}
