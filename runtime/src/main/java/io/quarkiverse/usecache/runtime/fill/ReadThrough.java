package io.quarkiverse.usecache.runtime.fill;

import org.jboss.logging.Logger;

import io.quarkiverse.usecache.runtime.key.CallKey;
import io.quarkiverse.usecache.runtime.tag.Revalidations;
import io.quarkiverse.usecache.runtime.transaction.PendingRevalidations;
import io.quarkiverse.usecache.runtime.transaction.Transactions;

/**
 * Decides what a call of a cached method has to do: return an entry's value, wait for another's load, or load. It is the one
 * algorithm for every return type; see the invariants I1 to I9 where they are upheld.
 */
final class ReadThrough {

    private static final Logger LOG = Logger.getLogger(ReadThrough.class);

    private final Fills fills;
    private final CallListener listener;
    private final Revalidations revalidations;
    private final Transactions transactions;

    ReadThrough(Fills fills) {
        this.fills = fills;
        this.listener = fills.listener();
        this.revalidations = fills.revalidations();
        this.transactions = fills.transactions();
    }

    /**
     * The entry of a call that needs nothing but its value, or {@code null}. This is the path that must cost nothing.
     * Invariant I4: the epoch is read before the entry is looked up.
     */
    Slot hit(CachedMethod method, CallKey key) {
        long epoch = revalidations.epoch();
        Slot slot = method.store().get(key);
        if (slot == null || !fills.fresh(slot, epoch) || transactions.pending() != null) {
            return null;
        }
        LOG.debugf("Hit: [%s%s]", method, key);
        listener.hit(method, key, slot);
        return slot;
    }

    /** Decides; {@link Turn.Lead} obliges the caller to complete the load. */
    Turn turn(Call call) {
        PendingRevalidations pending = transactions.pending();
        return pending == null ? shared(call) : goingPast(pending, call);
    }

    private Turn shared(Call call) {
        Turn turn;
        do {
            long epoch = revalidations.epoch();
            Fill running = call.store().loads().get(call.key());
            turn = running == null ? turnAt(call.store().get(call.key()), epoch, call) : turnAt(running, epoch, call);
        } while (turn == null);
        return turn;
    }

    /** {@code null}: another call was faster, look again. */
    private Turn turnAt(Slot slot, long epoch, Call call) {
        if (slot == null) {
            return load(null, null, call);
        }
        return switch (fills.check(slot, epoch)) {
            case FRESH -> fresh(slot, call);
            case STALE -> mayServeStale(call) ? refresh(slot, call) : load(slot, slot, call);
            case GONE -> load(slot, null, call);
        };
    }

    private Turn turnAt(Fill running, long epoch, Call call) {
        if (call.isInside(running)) {
            return alone(call);
        }
        Slot previous = running.previous();
        if (previous != null && mayServeStale(call) && fills.check(previous, epoch) != Freshness.GONE) {
            return stale(previous, null, call);
        }
        if (running.cancel() || call.store().loads().removeDone(running)) {
            return null;
        }
        return running.joinable() ? new Turn.Join(running) : replace(running, call);
    }

    /** A stale value is never baked into another's result, and nobody's identity outlives a call to refresh behind it. */
    private static boolean mayServeStale(Call call) {
        return call.around() == null && !call.method().perPrincipal();
    }

    private Turn refresh(Slot stale, Call call) {
        if (!stale.mayRefresh(fills.now())) {
            return stale(stale, null, call);
        }
        Fill refresh = fills.beginRefresh(call, stale);
        return begin(refresh, stale) ? stale(stale, refresh, call) : null;
    }

    /**
     * @param found what the cache holds, or {@code null}
     * @param previous the same, if it may be served meanwhile
     */
    private Turn load(Slot found, Slot previous, Call call) {
        Fill fill = fills.begin(call, true, previous);
        return begin(fill, found) ? lead(fill) : null;
    }

    /**
     * Puts a load where others find it, if there is none and none has ended since the cache was looked at: a load stores what
     * it has made before it lets others begin.
     */
    private static boolean begin(Fill fill, Slot found) {
        SlotStore store = fill.method().store();
        if (!store.loads().add(fill)) {
            return false;
        }
        boolean first = false;
        try {
            first = store.get(fill.key()) == found;
        } finally {
            if (!first) {
                fill.withdraw();
            }
        }
        return first;
    }

    /** Begins a load in place of one that is not waited for, unless that one ends at this moment. */
    private Turn replace(Fill running, Call call) {
        Fill fill = fills.begin(call, true, running.previous());
        if (!running.displace()) {
            return new Turn.Join(running);
        }
        return call.store().loads().replace(running, fill) ? lead(fill) : null;
    }

    /** Begins another load in place of one that takes too long; who waits for that one waits on. */
    Turn takeOver(Fill stuck, Call call) {
        LOG.debugf("Not waited for any longer: [%s%s]", call.method(), call.key());
        Turn turn = replace(stuck, call);
        return turn == null ? alone(call) : turn;
    }

    /** A load that takes the place of the entry, or of the load, that is there. */
    Turn.Lead reload(Call call) {
        Fill running = call.store().loads().get(call.key());
        if (transactions.pending() != null || running != null && call.isInside(running)) {
            return alone(call);
        }
        Fill fill = fills.begin(call, true, null);
        call.store().remove(fill.key());
        while (!call.store().loads().take(fill)) {
            Thread.onSpinWait();
        }
        return lead(fill);
    }

    /** A load for its caller alone, that nobody finds. */
    Turn.Lead alone(Call call) {
        return lead(fills.begin(call, false, null));
    }

    /** The same for a call that is not to be cached. */
    Turn.Lead bypass(Call call) {
        return new Turn.Lead(fills.begin(call, false, null));
    }

    /**
     * Until it commits, a transaction does not read what it will revalidate. It stores nothing at all: what it loads may hold
     * changes that are rolled back, and others must not join its loads.
     */
    private Turn goingPast(PendingRevalidations pending, Call call) {
        long epoch = revalidations.epoch();
        Slot slot = call.store().get(call.key());
        if (slot != null && fills.check(slot, epoch) == Freshness.FRESH
                && !pending.concern(call.store().name(), slot.tags())) {
            return fresh(slot, call);
        }
        return alone(call);
    }

    private Turn fresh(Slot slot, Call call) {
        LOG.debugf("Hit: [%s%s]", call.method(), call.key());
        listener.hit(call.method(), call.key(), slot);
        return new Turn.Serve(slot, null);
    }

    private Turn stale(Slot slot, Fill refresh, Call call) {
        LOG.debugf("Stale hit: [%s%s], refreshed behind it: [%s]", call.method(), call.key(), refresh != null);
        listener.staleHit(call.method(), call.key(), slot);
        return new Turn.Serve(slot, refresh);
    }

    private Turn.Lead lead(Fill fill) {
        LOG.debugf("Loads: [%s%s]", fill.method(), fill.key());
        listener.miss(fill.method(), fill.key());
        return new Turn.Lead(fill);
    }

    /** The call is given what another has loaded. */
    void joined(Call call) {
        listener.joined(call.method(), call.key());
    }
}
