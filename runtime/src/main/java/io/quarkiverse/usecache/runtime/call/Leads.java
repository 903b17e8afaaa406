package io.quarkiverse.usecache.runtime.call;

import org.jboss.logging.Logger;

import io.quarkiverse.usecache.runtime.call.Decision.Lead;
import io.quarkiverse.usecache.runtime.event.CacheListeners;
import io.quarkiverse.usecache.runtime.load.Call;
import io.quarkiverse.usecache.runtime.load.InFlight;
import io.quarkiverse.usecache.runtime.load.Load;
import io.quarkiverse.usecache.runtime.load.Loader;
import io.quarkiverse.usecache.runtime.load.ReadViews;
import io.quarkiverse.usecache.runtime.store.Entry;

/** Begins the loads that calls run themselves, and puts them where other calls find them. */
final class Leads {

    private static final Logger LOG = Logger.getLogger(Leads.class);
    private static final int RELOAD_TRIES = 1_000;

    private final Loader loader;
    private final InFlight inFlight;
    private final ReadViews views;
    private final CacheListeners listeners;

    Leads(Loader loader, InFlight inFlight, ReadViews views, CacheListeners listeners) {
        this.loader = loader;
        this.inFlight = inFlight;
        this.views = views;
        this.listeners = listeners;
    }

    /**
     * A load that others find; {@code null} if another call was faster.
     *
     * @param found what the cache holds, or {@code null}
     * @param previous the same, if it may be served meanwhile
     */
    Lead load(Entry found, Entry previous, Call call) {
        Load load = loader.begin(call, previous);
        return begin(load, found) ? lead(load) : null;
    }

    /**
     * Puts a load where others find it, if there is none and none has ended since the cache was looked at: a load stores what
     * it has made before it lets others begin.
     */
    boolean begin(Load load, Entry found) {
        if (!inFlight.add(load)) {
            return false;
        }
        boolean first = false;
        try {
            first = load.call().store().get(load.key()) == found;
        } finally {
            if (!first) {
                loader.withdraw(load);
            }
        }
        return first;
    }

    /** A load in the place of one that has been displaced; {@code null} if another call was faster. */
    Lead inPlaceOf(Load displaced, Call call) {
        Load load = loader.begin(call, displaced.previous());
        return inFlight.replace(displaced, load) ? lead(load) : null;
    }

    /** A load that takes the place of the entry, or of the load, that is there. */
    Lead reload(Call call) {
        Load load = loader.beginAnew(call);
        call.store().remove(load.key());
        for (int tries = 0; views.pending() == null && tries < RELOAD_TRIES; tries++) {
            Load running = inFlight.get(load.key());
            if (running != null && call.isInside(running)) {
                break;
            }
            if (running == null ? inFlight.add(load) : inFlight.replace(running, load)) {
                return lead(load);
            }
            if (running != null) {
                inFlight.removeDone(running);
            }
            Thread.onSpinWait();
        }
        return alone(call);
    }

    /** A load for its caller alone, which no other call finds. */
    Lead alone(Call call) {
        return lead(loader.beginAlone(call));
    }

    /** The same for a call that is not to be cached. */
    Lead bypass(Call call) {
        return new Lead(loader.beginAlone(call));
    }

    private Lead lead(Load load) {
        LOG.debugf("Loads: [%s%s]", load.method(), load.key());
        listeners.miss(load.method(), load.key());
        return new Lead(load);
    }
}
