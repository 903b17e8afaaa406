package io.quarkiverse.usecache.runtime.wiring;

import jakarta.enterprise.inject.Instance;

import io.quarkiverse.usecache.runtime.shared.SharedNode;
import io.quarkiverse.usecache.runtime.store.Entry;
import io.quarkiverse.usecache.runtime.store.Lease;

/** That of the node, which is made after the caches. */
final class LateLease implements Lease {

    private final Instance<SharedNode> node;
    private volatile Lease known;

    LateLease(Instance<SharedNode> node) {
        this.node = node;
    }

    @Override
    public boolean covers(Entry entry, long epoch) {
        Lease lease = known;
        if (lease == null) {
            lease = known = node.get().lease();
        }
        return lease.covers(entry, epoch);
    }
}
