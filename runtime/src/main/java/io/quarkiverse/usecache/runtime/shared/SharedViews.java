package io.quarkiverse.usecache.runtime.shared;

import com.github.benmanes.caffeine.cache.Ticker;

import io.quarkiverse.usecache.runtime.load.ReadView;
import io.quarkiverse.usecache.runtime.load.ReadViews;
import io.quarkiverse.usecache.runtime.tag.PendingRevalidations;
import io.quarkiverse.usecache.runtime.tag.RevalidationClock;
import io.quarkiverse.usecache.spi.Position;

/**
 * Adds to what a load may see where that stands in the log. A view that is older than this moment, such as that of a
 * transaction which began before a revalidation, stands nowhere: what it shows stays on this node.
 */
public record SharedViews(ReadViews local, SharedNode node, RevalidationClock clock, Ticker ticker) implements ReadViews {

    /** R1, R2: the position is read before the load. What it has applied has moved the clock before. */
    @Override
    public ReadView at(long stamp) {
        long now = ticker.read();
        Position position = node.position();
        ReadView view = local.at(stamp);
        Position of = view.stamp() == clock.stamp() ? position : Position.NONE;
        return new ReadView(view.stamp(), view.undo(), view.shareable(), Origin.ofLoad(of, now));
    }

    @Override
    public boolean mayHoldLocks() {
        return local.mayHoldLocks();
    }

    @Override
    public boolean anyPending() {
        return local.anyPending();
    }

    @Override
    public PendingRevalidations pending() {
        return local.pending();
    }
}
