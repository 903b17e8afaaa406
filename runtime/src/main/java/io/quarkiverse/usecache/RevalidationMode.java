package io.quarkiverse.usecache;

/** What a revalidation does to the entries that carry its tags. */
public enum RevalidationMode {

    /** The entries are gone: the next call loads. */
    EXPIRE,

    /** The entries are stale: the next call gets the old value at once, and one refresh runs behind it. */
    STALE
}
