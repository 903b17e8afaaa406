package io.quarkiverse.usecache;

/** Does nothing. */
public enum RevalidationMode {
    EXPIRE,
    STALE
}
