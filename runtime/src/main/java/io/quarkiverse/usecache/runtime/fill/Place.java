package io.quarkiverse.usecache.runtime.fill;

import java.util.concurrent.atomic.AtomicReference;

import org.jboss.logging.Logger;

import io.quarkiverse.usecache.runtime.key.CallKey;

/**
 * The place of a load in its cache: among the loads in flight, and then that of the entry it makes. Invariant I8: a load either
 * ends in its place or loses it to another, never both. What the application's keys throw must not keep a load from ending.
 */
final class Place {

    private static final Logger LOG = Logger.getLogger(Place.class);

    private enum State {
        /** No thread has come to the load yet. */
        WAITING,
        RUNNING,
        /** What it makes is stored now, or is not to be. */
        ENDED,
        /** What it makes will not be stored. */
        LOST
    }

    private final SlotStore store;
    private final CallKey key;
    private final boolean shared;
    private final AtomicReference<State> state;

    private Place(Call call, boolean shared, State state) {
        this.store = call.store();
        this.key = call.key().frozen();
        this.shared = shared;
        this.state = new AtomicReference<>(state);
    }

    /**
     * The place of a load that a call runs itself.
     *
     * @param shared whether others find the load, and what it makes; else its value is for its caller alone
     */
    static Place taken(Call call, boolean shared) {
        return new Place(call, shared, State.RUNNING);
    }

    /** The place of a load that a thread is to come for. */
    static Place waiting(Call call) {
        return new Place(call, true, State.WAITING);
    }

    CallKey key() {
        return key;
    }

    /** Gives the load to a thread, unless one has it. */
    boolean claim() {
        return state.compareAndSet(State.WAITING, State.RUNNING);
    }

    /** Whether no thread has come to the load, and none will. */
    boolean cancel() {
        return state.compareAndSet(State.WAITING, State.LOST);
    }

    /** Whether what the load makes will not be stored; it is too late when it has ended. */
    boolean lose() {
        return state.compareAndSet(State.RUNNING, State.LOST) || state.get() == State.LOST;
    }

    private boolean end() {
        return state.compareAndSet(State.RUNNING, State.ENDED) || state.compareAndSet(State.WAITING, State.ENDED);
    }

    /** Stores what the load has made, in place of what is there. */
    void keep(Slot slot) {
        if (!shared || !end()) {
            return;
        }
        try {
            store.put(key, slot);
        } catch (RuntimeException e) {
            tell(e);
        }
    }

    /** Stores nothing. */
    void leave() {
        end();
    }

    /** Stores nothing, and leaves nothing of what the load was to replace. */
    void leave(Slot previous) {
        if (shared && end() && previous != null) {
            drop(previous);
        }
    }

    void drop(Slot slot) {
        try {
            store.remove(key, slot);
        } catch (RuntimeException e) {
            tell(e);
        }
    }

    /** Lets other loads begin. */
    void free(Fill load) {
        if (!shared) {
            return;
        }
        try {
            store.loads().remove(load);
        } catch (RuntimeException | Error e) {
            tell(e);
        }
    }

    private void tell(Throwable e) {
        LOG.errorf(e, "The place of a load in cache [%s] could not be found again. Keys must not change.", store.name());
    }
}
