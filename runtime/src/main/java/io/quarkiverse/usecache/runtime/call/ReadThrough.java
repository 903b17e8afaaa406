package io.quarkiverse.usecache.runtime.call;

import java.time.Duration;

import org.jboss.logging.Logger;

import io.quarkiverse.usecache.runtime.call.Decision.End;
import io.quarkiverse.usecache.runtime.call.Decision.Join;
import io.quarkiverse.usecache.runtime.call.Decision.Serve;
import io.quarkiverse.usecache.runtime.call.Decision.Waited;
import io.quarkiverse.usecache.runtime.event.CacheListeners;
import io.quarkiverse.usecache.runtime.key.CallKey;
import io.quarkiverse.usecache.runtime.life.Life;
import io.quarkiverse.usecache.runtime.load.CachedFunction;
import io.quarkiverse.usecache.runtime.load.Call;
import io.quarkiverse.usecache.runtime.load.InFlight;
import io.quarkiverse.usecache.runtime.load.Load;
import io.quarkiverse.usecache.runtime.load.LoadScope;
import io.quarkiverse.usecache.runtime.load.Loader;
import io.quarkiverse.usecache.runtime.load.ReadViews;
import io.quarkiverse.usecache.runtime.load.Refreshes;
import io.quarkiverse.usecache.runtime.store.Entry;
import io.quarkiverse.usecache.runtime.store.Freshness;
import io.quarkiverse.usecache.runtime.store.FreshnessCheck;
import io.quarkiverse.usecache.runtime.tag.PendingRevalidations;
import io.quarkiverse.usecache.runtime.tag.RevalidationClock;

/**
 * Decides what a call of a cached method has to do: return an entry's value, wait for another's load, or load. It is the one
 * algorithm for every return type; see the invariants I1 to I9 where they are upheld.
 */
final class ReadThrough {

    private static final Logger LOG = Logger.getLogger(ReadThrough.class);
    /** For how long a call waits that may hold the very lock, or connection, that the load waits for. */
    private static final long SHORT_WAIT = Duration.ofMillis(100).toNanos();

    private final RevalidationClock clock;
    private final FreshnessCheck freshness;
    private final InFlight inFlight;
    private final Loader loader;
    private final Leads leads;
    private final Refreshes refreshes;
    private final ReadViews views;
    private final CacheListeners listeners;
    private final long joinTimeout;

    /** @param joinTimeout the age from which on a load is not waited for */
    ReadThrough(RevalidationClock clock, FreshnessCheck freshness, InFlight inFlight, Loader loader, Leads leads,
            Refreshes refreshes, ReadViews views, CacheListeners listeners, Duration joinTimeout) {
        this.clock = clock;
        this.freshness = freshness;
        this.inFlight = inFlight;
        this.loader = loader;
        this.leads = leads;
        this.refreshes = refreshes;
        this.views = views;
        this.listeners = listeners;
        this.joinTimeout = Life.nanos(joinTimeout);
    }

    /** The same for a call whose context, and with it its transaction, may not be that of this thread. */
    Entry hitElsewhere(CachedFunction function, CallKey key, LoadScope around) {
        return views.anyPending() ? null : hit(function, key, around);
    }

    /**
     * The entry of a call that needs nothing but its value, or {@code null}. This is the path that must cost nothing.
     * Invariant I4: the epoch is read before the entry is looked up.
     */
    Entry hit(CachedFunction function, CallKey key, LoadScope around) {
        long epoch = clock.epoch();
        Entry entry = function.store().get(key);
        if (entry == null || !freshness.isFresh(entry, epoch) || !function.store().mayServe(entry, epoch)
                || views.pending() != null) {
            return null;
        }
        LOG.debugf("Hit: [%s%s]", function, key);
        listeners.hit(key, entry);
        if (around != null) {
            around.absorb(entry);
        }
        return entry;
    }

    /** Decides; {@link Decision.Lead} obliges the caller to end the load. */
    Decision decide(Call call) {
        return decide(call, Waited.NOT_YET);
    }

    /** Decides once more for a call that has waited. */
    Decision decide(Call call, Waited waited) {
        PendingRevalidations pending = views.pending();
        if (pending != null) {
            return goingPast(pending, call);
        }
        Decision decision;
        do {
            decision = look(call, waited);
        } while (decision == null);
        return decision;
    }

    /** The entry is looked up whether a load is in flight or not: no call is given an older value than a call before it. */
    private Decision look(Call call, Waited waited) {
        long epoch = clock.epoch();
        Load running = inFlight.get(call.key());
        Entry entry = call.store().get(call.key());
        Freshness found = freshness(entry, epoch, call);
        if (found == Freshness.FRESH) {
            return fresh(entry, call);
        }
        boolean mayServe = found == Freshness.STALE && mayServeStale(entry, call);
        if (running != null) {
            return lookAt(running, mayServe ? entry : null, call, waited);
        }
        return mayServe ? refresh(entry, null, call) : leads.load(entry, found == Freshness.STALE ? entry : null, call);
    }

    private Freshness freshness(Entry entry, long epoch, Call call) {
        Freshness found = entry == null ? Freshness.GONE : freshness.of(entry, epoch);
        return found == Freshness.GONE || call.store().mayServe(entry, epoch) ? found : Freshness.GONE;
    }

    /** A stale value is never baked into another's result, and a caller's identity is never kept to refresh with it later. */
    private boolean mayServeStale(Entry entry, Call call) {
        return refreshes.arePossible() && call.around() == null && call.method().descriptor().refreshable()
                && entry.mayBeServedStale();
    }

    /** @return {@code null} if another call was faster: look again */
    private Decision lookAt(Load running, Entry stale, Call call, Waited waited) {
        if (call.isInside(running)) {
            return leads.alone(call);
        }
        long now = freshness.now();
        if (stale != null) {
            return refreshes.isStuck(running, now) ? refresh(stale, running, call) : stale(stale, null, call);
        }
        if (running.withdraw()) {
            loader.withdraw(running);
            return null;
        }
        if (inFlight.removeDone(running)) {
            return null;
        }
        if (freshness.seeAllIf(running.isExpired()) || now - running.begun() >= joinTimeout) {
            return replace(running, call, waited);
        }
        return join(running, call, waited);
    }

    /**
     * Invariant I7: what is waited for may still become what this call must not have, which is looked at when it ends.
     * <p>
     * The deadline counts from here, when the load has begun. Had it been set before, it could pass a moment before the load is
     * too old to be waited for: then all that wait would give up, and each would load for itself.
     */
    private Decision join(Load running, Call call, Waited before) {
        long now = freshness.now();
        long left = running.begun() + joinTimeout - now;
        Waited waited = before.from(now + joinTimeout, clock.stamp());
        if (views.mayHoldLocks() && left > SHORT_WAIT) {
            return new Join(running, SHORT_WAIT, End.GO_ALONE, waited);
        }
        long mayWait = waited.deadline() - now;
        return left <= mayWait ? new Join(running, left, End.TAKE_OVER, waited)
                : new Join(running, mayWait, End.GO_ALONE, waited);
    }

    /** @param stuck the refresh that takes too long, or {@code null} */
    private Decision refresh(Entry stale, Load stuck, Call call) {
        if (!stale.mayRefresh(freshness.now())) {
            return stale(stale, null, call);
        }
        Load refresh = loader.beginRefresh(call, stale);
        if (!refreshes.admit(refresh)) {
            return stale(stale, null, call);
        }
        boolean begun = false;
        try {
            begun = stuck == null ? leads.begin(refresh, stale) : inFlight.replace(stuck, refresh);
        } finally {
            if (!begun) {
                refreshes.forget(refresh);
            } else if (stuck != null) {
                refreshes.forget(stuck);
            }
        }
        return begun ? stale(stale, refresh, call) : null;
    }

    /** Begins a load in place of one that is not waited for, unless that one ends at this moment. */
    Decision replace(Load running, Call call, Waited waited) {
        if (!running.displace()) {
            return new Join(running, SHORT_WAIT, End.TAKE_OVER, waited);
        }
        refreshes.forget(running);
        return leads.inPlaceOf(running, call);
    }

    /**
     * What follows when another node's value has become the entry: a stale one is refreshed behind the call that is given it.
     */
    Load behindPromoted(Load load) {
        Entry entry = load.call().store().get(load.key());
        boolean stale = entry != null && !load.isRefresh() && freshness.of(entry) == Freshness.STALE;
        Decision decision = stale && mayServeStale(entry, load.call()) ? refresh(entry, null, load.call()) : null;
        return decision instanceof Serve serve ? serve.refresh() : null;
    }

    /**
     * Until it commits, a transaction does not read what it will revalidate. It stores nothing at all: what it loads may hold
     * changes that are rolled back, and others must not join its loads.
     */
    private Decision goingPast(PendingRevalidations pending, Call call) {
        long epoch = clock.epoch();
        Entry entry = call.store().get(call.key());
        return freshness(entry, epoch, call) == Freshness.FRESH && !pending.concern(entry.tags()) ? fresh(entry, call)
                : leads.alone(call);
    }

    private Decision fresh(Entry entry, Call call) {
        LOG.debugf("Hit: [%s%s]", call.method(), call.key());
        listeners.hit(call.key(), entry);
        return serve(entry, null, call);
    }

    private Decision stale(Entry entry, Load refresh, Call call) {
        LOG.debugf("Stale hit: [%s%s], refreshed behind it: [%s]", call.method(), call.key(), refresh != null);
        listeners.staleHit(call.key(), entry);
        return serve(entry, refresh, call);
    }

    private static Decision serve(Entry entry, Load refresh, Call call) {
        if (call.around() != null) {
            call.around().absorb(entry);
        }
        return new Serve(entry, refresh);
    }
}
