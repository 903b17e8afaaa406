package io.quarkiverse.usecache.dev.entry;

/** What entries are ordered by. */
public enum EntrySort {
    KEY,
    FUNCTION,
    AGE,
    HITS,
    STATE
}
