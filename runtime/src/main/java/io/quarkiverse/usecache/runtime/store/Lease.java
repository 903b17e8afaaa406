package io.quarkiverse.usecache.runtime.store;

/**
 * Says whether this node may still serve its entries, which end as soon as it cannot hear of revalidations elsewhere. A cache
 * without one asks nothing at a hit.
 */
@FunctionalInterface
public interface Lease {

    /**
     * Whether an entry that is good by its tags and its age may be given to a call now. What prolongs a lease may have moved a
     * tag before: so the lease is read first, and if the epoch is another one then, the tags are looked at again.
     *
     * @param epoch the one at which the tags were looked at
     */
    boolean covers(Entry entry, long epoch);
}
