package io.quarkiverse.usecache;

import java.util.List;

/**
 * The CDI event fired asynchronously when an entry has left its cache on this node; observe it with
 * {@link jakarta.enterprise.event.ObservesAsync}. It is fired only in an application that has an observer of exactly this type.
 * An observer that fails changes nothing.
 * <p>
 * An entry that must not be served any more leaves its cache when it is found, which may be long after.
 *
 * @param function the cached method, as {@code org.acme.Shop#books(java.lang.String)}
 * @param key what distinguished the entry from others of the method, for people
 * @param tags the entry's tags
 * @param cause why it is not there any more
 */
public record EntryRemoved(String function, String key, List<String> tags, Cause cause) {

    public EntryRemoved {
        tags = List.copyOf(tags);
    }

    /** Why an entry is not there any more. */
    public enum Cause {
        /** Its life had ended. */
        EXPIRED,
        /** There was no room for it, or a person dropped it. */
        EVICTED,
        /** One of its tags, or its cache, was revalidated. */
        REVALIDATED,
        /** A later load made another. */
        REPLACED
    }
}
