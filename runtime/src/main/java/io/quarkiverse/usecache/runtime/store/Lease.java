package io.quarkiverse.usecache.runtime.store;

/**
 * Says whether this node may still serve its entries, which end as soon as it cannot hear of revalidations elsewhere. A cache
 * without one asks nothing at a hit.
 */
@FunctionalInterface
public interface Lease {

    /** Whether an entry that is fresh by its tags and its age may be given to a call now. */
    boolean covers(Entry entry);
}
