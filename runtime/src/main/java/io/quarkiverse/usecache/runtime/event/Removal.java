package io.quarkiverse.usecache.runtime.event;

/** Why an entry is not there any more. */
public enum Removal {
    /** There was no room for it, or a person dropped it. */
    EVICTED,
    /** Its life had ended. */
    EXPIRED,
    /** One of its tags, or its cache, was revalidated. */
    REVALIDATED,
    /** A later load made another. */
    REPLACED
}
