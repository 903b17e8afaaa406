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
            Slot slot = call.method().store().get(call.key());
            turn = slot == null ? insert(call) : turnAt(slot, epoch, call);
        } while (turn == null);
        return turn;
    }

    /** {@code null}: another call was faster, look again. */
    private Turn turnAt(Slot slot, long epoch, Call call) {
        Fill running = slot.fill();
        if (running != null) {
            return turnAt(running, epoch, call);
        }
        return switch (fills.check(slot, epoch)) {
            case FRESH -> fresh(slot, call);
            case STALE -> refresh(slot, call);
            case GONE -> replace(slot, null, call);
        };
    }

    private Turn turnAt(Fill running, long epoch, Call call) {
        if (call.around() != null && call.around().isInside(running)) {
            return alone(call);
        }
        Slot previous = running.previous();
        if (previous != null && mayServeStale(call) && fills.check(previous, epoch) != Freshness.GONE) {
            return stale(previous, null, call);
        }
        if (running.claim()) {
            return supersede(running, call);
        }
        return running.joinable() ? new Turn.Join(running) : replace(running.slot(), null, call);
    }

    private Turn supersede(Fill refresh, Call call) {
        try {
            return replace(refresh.slot(), refresh.previous(), call);
        } finally {
            refresh.supersede();
        }
    }

    /** A stale value is never baked into another's result, and nobody's identity outlives a call to refresh behind it. */
    private static boolean mayServeStale(Call call) {
        return call.around() == null && !call.method().perPrincipal();
    }

    private Turn refresh(Slot stale, Call call) {
        if (!mayServeStale(call)) {
            return replace(stale, stale, call);
        }
        if (!stale.mayRefresh(fills.now())) {
            return stale(stale, null, call);
        }
        Fill refresh = fills.begin(call.frozen(), true, stale, null);
        return call.method().store().replace(call.key(), stale, refresh.slot()) ? stale(stale, refresh, call) : null;
    }

    /** A load that the call runs itself. It is claimed before anyone can find it. */
    private Fill led(Call call, boolean shared, Slot previous) {
        Fill fill = fills.begin(call, shared, previous, call.around());
        fill.claim();
        return fill;
    }

    private Turn insert(Call call) {
        Fill fill = led(call, true, null);
        return call.method().store().insert(fill.key(), fill.slot()) ? lead(fill) : null;
    }

    private Turn replace(Slot slot, Slot previous, Call call) {
        Fill fill = led(call, true, previous);
        return call.method().store().replace(fill.key(), slot, fill.slot()) ? lead(fill) : null;
    }

    /** Begins another load in place of one that takes too long; who waits for that one waits on. */
    Turn takeOver(Fill stuck, Call call) {
        LOG.debugf("Not waited for any longer: [%s%s]", call.method(), call.key());
        Turn turn = replace(stuck.slot(), null, call);
        return turn == null ? alone(call) : turn;
    }

    /** A load that takes the place of the entry, or of the load, that is there. */
    Turn.Lead reload(Call call) {
        if (transactions.pending() != null) {
            return alone(call);
        }
        Turn turn;
        do {
            Slot slot = call.method().store().get(call.key());
            turn = slot == null ? insert(call) : reload(slot, call);
        } while (turn == null);
        return (Turn.Lead) turn;
    }

    private Turn reload(Slot slot, Call call) {
        Fill running = slot.fill();
        boolean inside = running != null && call.around() != null && call.around().isInside(running);
        return inside ? alone(call) : replace(slot, null, call);
    }

    /** A load for its caller alone, that nobody finds. */
    Turn.Lead alone(Call call) {
        return lead(led(call, false, null));
    }

    /** The same for a call that is not to be cached. */
    Turn.Lead bypass(Call call) {
        return new Turn.Lead(led(call, false, null));
    }

    /**
     * Until it commits, a transaction does not read what it will revalidate. It stores nothing at all: what it loads may hold
     * changes that are rolled back, and others must not join its loads.
     */
    private Turn goingPast(PendingRevalidations pending, Call call) {
        long epoch = revalidations.epoch();
        Slot slot = call.method().store().get(call.key());
        if (slot != null && slot.fill() == null && fills.check(slot, epoch) == Freshness.FRESH
                && !pending.concern(call.method().store().name(), slot.tags())) {
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
        LOG.debugf("Loads: [%s%s]", fill.slot().method(), fill.key());
        listener.miss(fill.slot().method(), fill.key());
        return new Turn.Lead(fill);
    }

    /** The call is given what another has loaded. */
    void joined(Call call) {
        listener.joined(call.method(), call.key());
    }
}
