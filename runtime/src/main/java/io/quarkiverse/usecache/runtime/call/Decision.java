package io.quarkiverse.usecache.runtime.call;

import io.quarkiverse.usecache.runtime.load.Load;
import io.quarkiverse.usecache.runtime.load.Outcome;
import io.quarkiverse.usecache.runtime.store.Entry;

/** What a call has to do. */
sealed interface Decision {

    /**
     * Return the value of an entry.
     *
     * @param refresh the load to run behind it, or {@code null}
     */
    record Serve(Entry entry, Load refresh) implements Decision {
    }

    /** Run the method. */
    record Lead(Load load) implements Decision {
    }

    /** Return what another call has loaded, or its failure. */
    record Share(Outcome outcome) implements Decision {
    }

    /**
     * Wait for another call's load.
     *
     * @param nanos for how long at most
     * @param end what to do then
     * @param deadline when all waits of this call end, by the ticker; its first wait sets it
     * @param again whether the call has waited before, for a load whose result it could not have
     */
    record Join(Load load, long nanos, End end, long deadline, boolean again) implements Decision {
    }

    /** What to do when a wait has taken too long. */
    enum End {
        /** The load is taken for one that does not end, and another begins in its place. */
        TAKE_OVER,
        /** The call loads for itself. */
        GO_ALONE
    }
}
