package io.quarkiverse.usecache.runtime.load;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

import org.jboss.logging.Logger;

import io.quarkiverse.usecache.runtime.key.CallKey;
import io.quarkiverse.usecache.runtime.store.EntryStore;

/** The loads in flight, at most one for a key, so that calls find each other's. */
public final class InFlight {

    private static final Logger LOG = Logger.getLogger(InFlight.class);

    private final ConcurrentMap<CallKey, Load> running = new ConcurrentHashMap<>();

    public Load get(CallKey key) {
        return running.get(key);
    }

    /** Whether there was none for its key. */
    public boolean add(Load load) {
        return running.putIfAbsent(load.key(), load) == null;
    }

    /** Begins a load in place of another, unless that one ends at this moment, or another call was faster. */
    public boolean replace(Load expected, Load load) {
        return expected.displace() && running.replace(expected.key(), expected, load);
    }

    /** Makes room for others, and keeps what the load makes from being stored; {@code false} if it was too late. */
    public boolean drop(Load load) {
        boolean displaced = load.displace();
        remove(load);
        return displaced;
    }

    /** Drops the loads of one cache, which has been cleared. */
    public void dropAll(EntryStore store) {
        for (Load load : running.values()) {
            if (load.call().store() == store) {
                drop(load);
            }
        }
    }

    /** Whether it was there though it is done, because its key could not be compared when it ended. */
    public boolean removeDone(Load load) {
        return load.isDone() && running.remove(load.key(), load);
    }

    /** What the application's keys throw when they are compared must not keep a load from ending. */
    void remove(Load load) {
        try {
            running.remove(load.key(), load);
        } catch (RuntimeException | Error e) {
            LOG.errorf(e, "A load of [%s] could not be found again. Keys must not change.", load.method());
        }
    }

    public Iterable<Load> all() {
        return running.values();
    }
}
