package io.quarkiverse.usecache.runtime.fill;

import java.time.Duration;
import java.util.concurrent.Executor;

import com.github.benmanes.caffeine.cache.Ticker;

import io.quarkiverse.usecache.runtime.tag.Revalidations;
import io.quarkiverse.usecache.runtime.tag.TagState;
import io.quarkiverse.usecache.runtime.transaction.Transactions;

/** Begins loads, and knows the two times that rule them. */
public final class Fills {

    private final Revalidations revalidations;
    private final Transactions transactions;
    private final Ticker ticker;
    private final Ticker horizon;
    private final long refreshRetry;
    private final CallListener listener;
    private final Sweep sweep;

    /**
     * @param refreshRetry for how long a refresh that failed is not tried again
     * @param sweeper runs sweeps of the stores
     */
    public Fills(Revalidations revalidations, Transactions transactions, Ticker ticker, Duration refreshRetry,
            CallListener listener, SlotStores stores, Executor sweeper) {
        this.revalidations = revalidations;
        this.transactions = transactions;
        this.ticker = ticker;
        this.horizon = Horizon.of(ticker);
        this.refreshRetry = refreshRetry.toNanos();
        this.listener = listener;
        this.sweep = new Sweep(this, stores.all(), sweeper);
    }

    /**
     * A load that the call runs itself.
     *
     * @param shared whether others find it, and what it makes
     */
    Fill begin(Call call, boolean shared, Slot previous) {
        return begin(call, Place.taken(call, shared), previous, call.around());
    }

    /** A load that a thread is to come for. */
    Fill beginRefresh(Call call, Slot stale) {
        return begin(call.frozen(), Place.waiting(call), stale, null);
    }

    /**
     * Invariant I1: the stamp is read here, before the method runs; its tags are known to joiners as far as its arguments go.
     */
    private Fill begin(Call call, Place place, Slot previous, FillScope around) {
        StackReserve.require();
        Fill fill = new Fill(this, call, place, transactions.visibleAt(revalidations.stamp()), previous, around);
        fill.scope().addTags(call.method().callTags(), call.arguments(), null);
        TagState undoneByRollback = transactions.undoneByRollback();
        if (undoneByRollback != null) {
            fill.scope().addUnseen(undoneByRollback);
        }
        return fill;
    }

    void ended(long now) {
        sweep.afterFill(now);
    }

    Freshness check(Slot slot) {
        return check(slot, revalidations.epoch());
    }

    Freshness checkAt(long now, Slot slot) {
        return check(slot, revalidations.epoch(), now);
    }

    /** What a slot is good for, for who read the epoch before the slot was looked up. */
    Freshness check(Slot slot, long epoch) {
        return check(slot, epoch, ticker.read());
    }

    private Freshness check(Slot slot, long epoch, long now) {
        Freshness freshness = slot.check(epoch, now);
        settledIf(freshness != Freshness.FRESH);
        return freshness;
    }

    /** Who learns that a tag has moved must see all effects of what moved it. */
    boolean settledIf(boolean moved) {
        if (moved) {
            revalidations.settle();
        }
        return moved;
    }

    void postponeRefresh(Slot slot) {
        slot.postponeRefresh(ticker.read() + refreshRetry);
    }

    CallListener listener() {
        return listener;
    }

    Revalidations revalidations() {
        return revalidations;
    }

    Transactions transactions() {
        return transactions;
    }

    /** Whether a slot can be served without another look, for who read the epoch before it was looked up. */
    boolean fresh(Slot slot, long epoch) {
        return slot.freshAt(epoch, horizon.read()) || slot.freshAt(epoch, ticker.read());
    }

    long now() {
        return ticker.read();
    }
}
