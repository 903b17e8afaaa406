package io.quarkiverse.usecache.runtime.tag;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** Tags that will be revalidated, and are not yet: at the end of a transaction, or on other nodes. Thread-safe. */
public final class PendingRevalidations {

    private final Set<String> tags = new HashSet<>();

    public synchronized void add(Collection<String> revalidated) {
        tags.addAll(revalidated);
    }

    /** Whether an entry with these tags will be revalidated. */
    public synchronized boolean concern(TagStamps entryTags) {
        return entryTags.anyMatch(tag -> tags.contains(tag.tag()));
    }
}
