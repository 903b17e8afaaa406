package io.quarkiverse.usecache.runtime.shared;

import com.github.benmanes.caffeine.cache.Ticker;

import io.quarkiverse.usecache.runtime.store.Entry;
import io.quarkiverse.usecache.runtime.store.Lease;
import io.quarkiverse.usecache.runtime.tag.RevalidationClock;

/**
 * Lets a node serve what it holds while it hears of the log. Without a word it serves what it has begun to load itself not
 * longer ago than a lease lasts (R15, R16), or, if availability is preferred, all of it.
 */
final class NodeLease implements Lease {

    private final LogFollower follower;
    private final SharedSettings settings;
    private final RevalidationClock clock;
    private final Ticker ticker;

    NodeLease(LogFollower follower, SharedSettings settings, RevalidationClock clock, Ticker ticker) {
        this.follower = follower;
        this.settings = settings;
        this.clock = clock;
        this.ticker = ticker;
    }

    @Override
    public boolean covers(Entry entry, long epoch) {
        if (follower.isLeased()) {
            return clock.epoch() == epoch || !entry.expired();
        }
        return settings.available()
                || entry.provenance() instanceof Origin origin && origin.isYoung(ticker.read(), settings.lease());
    }
}
