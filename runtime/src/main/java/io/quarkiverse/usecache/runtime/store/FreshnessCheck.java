package io.quarkiverse.usecache.runtime.store;

import com.github.benmanes.caffeine.cache.Ticker;

import io.quarkiverse.usecache.runtime.tag.RevalidationClock;

/** Decides what entries are good for, by the two clocks that rule them. */
public final class FreshnessCheck {

    private final RevalidationClock clock;
    private final Ticker ticker;
    private final Ticker coarse;

    public FreshnessCheck(RevalidationClock clock, Ticker ticker) {
        this.clock = clock;
        this.ticker = ticker;
        this.coarse = CoarseTicker.of(ticker);
    }

    /** To be read before an entry is looked at. */
    public long epoch() {
        return clock.epoch();
    }

    /** Whether an entry can be served without another look. The epoch must have been read before it was looked up. */
    public boolean isFresh(Entry entry, long epoch) {
        return entry.freshAt(epoch, coarse.read()) || entry.freshAt(epoch, ticker.read());
    }

    public Freshness of(Entry entry) {
        return of(entry, clock.epoch());
    }

    /** The same for a caller that read the epoch before it looked the entry up. */
    public Freshness of(Entry entry, long epoch) {
        return of(entry, epoch, ticker.read());
    }

    public Freshness of(Entry entry, long epoch, long now) {
        Freshness freshness = entry.check(epoch, now);
        seeAllIf(freshness != Freshness.FRESH);
        return freshness;
    }

    /** A thread that learns that a tag has moved must see all effects of what moved it. */
    public boolean seeAllIf(boolean moved) {
        if (moved) {
            clock.completePending();
        }
        return moved;
    }

    public long now() {
        return ticker.read();
    }

    /** Keeps an entry from being refreshed for a while. */
    public void postponeRefresh(Entry entry, long nanos) {
        entry.postponeRefresh(ticker.read() + nanos);
    }
}
