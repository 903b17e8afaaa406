package io.quarkiverse.usecache.runtime.transaction;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

import io.quarkiverse.usecache.runtime.tag.TagStamps;

/** What one transaction will revalidate when it commits. Several threads may work in it. */
public final class PendingRevalidations {

    private final Set<String> tags = new HashSet<>();
    private final Set<String> caches = new HashSet<>();
    private boolean all;

    public synchronized void addTags(Collection<String> revalidated) {
        tags.addAll(revalidated);
    }

    public synchronized void addCache(String cleared) {
        caches.add(cleared);
    }

    public synchronized void addAll() {
        all = true;
    }

    /** Whether an entry of that cache with these tags will be revalidated. */
    public synchronized boolean concern(String cache, TagStamps entryTags) {
        return all || caches.contains(cache) || entryTags.anyMatch(tag -> tags.contains(tag.tag()));
    }
}
