package io.quarkiverse.usecache.runtime.fill;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

import io.quarkiverse.usecache.runtime.key.CallKey;

/** The loads of one cache that are in flight, at most one for a key, so that calls find each other's. */
final class Loads {

    private final ConcurrentMap<CallKey, Fill> running = new ConcurrentHashMap<>();

    Fill get(CallKey key) {
        return running.get(key);
    }

    /** Whether there was none for its key. */
    boolean add(Fill load) {
        return running.putIfAbsent(load.key(), load) == null;
    }

    /** Whether the expected load was still there. */
    boolean replace(Fill expected, Fill load) {
        return running.replace(expected.key(), expected, load);
    }

    /** Begins a load in place of any that is in flight, unless that one ends at this moment. */
    boolean take(Fill load) {
        Fill before = get(load.key());
        return before == null ? add(load) : before.displace() && replace(before, load);
    }

    /** Makes room for others, and keeps what the load makes from being stored; {@code false} if it was too late. */
    boolean drop(Fill load) {
        boolean displaced = load.displace();
        remove(load);
        return displaced;
    }

    /** Whether it was there though it is done, because its key could not be compared when it ended. */
    boolean removeDone(Fill load) {
        return load.done().isDone() && running.remove(load.key(), load);
    }

    void remove(Fill load) {
        running.remove(load.key(), load);
    }

    Iterable<Fill> all() {
        return running.values();
    }
}
