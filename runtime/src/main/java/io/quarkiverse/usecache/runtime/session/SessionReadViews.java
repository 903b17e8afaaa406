package io.quarkiverse.usecache.runtime.session;

import io.quarkiverse.usecache.runtime.load.ReadView;
import io.quarkiverse.usecache.runtime.load.ReadViews;
import io.quarkiverse.usecache.runtime.tag.PendingRevalidations;

/** A load is as old as the transaction it runs in, and as the request whose session it may read through. */
public record SessionReadViews(ReadViews transactions, RequestViews requests) implements ReadViews {

    @Override
    public ReadView at(long stamp) {
        return transactions.at(requests.at(stamp));
    }

    @Override
    public boolean mayHoldLocks() {
        return transactions.mayHoldLocks();
    }

    @Override
    public boolean anyPending() {
        return transactions.anyPending();
    }

    @Override
    public PendingRevalidations pending() {
        return transactions.pending();
    }
}
