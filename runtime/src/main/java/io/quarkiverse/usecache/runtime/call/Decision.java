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
     */
    record Join(Load load, long nanos, End end, Waited waited) implements Decision {
    }

    /**
     * What a call has waited for so far.
     *
     * @param again whether it has waited before, for a load whose result it could not have
     * @param deadline when all its waits end, by the ticker; its first wait sets it
     * @param since the logical time of its first wait
     */
    record Waited(boolean again, long deadline, long since) {

        private static final long UNKNOWN = Long.MIN_VALUE;

        /** Of a call that has not begun to wait. */
        static final Waited NOT_YET = new Waited(false, UNKNOWN, UNKNOWN);

        /** The same for a call that begins to wait now, unless it has before. */
        Waited from(long latest, long stamp) {
            return new Waited(again, deadline == UNKNOWN ? latest : deadline, since == UNKNOWN ? stamp : since);
        }

        /** It could not have the result. */
        Waited inVain() {
            return new Waited(true, deadline, since);
        }

        /** Others begin anew with it: it has another deadline then. */
        Waited withoutDeadline() {
            return new Waited(again, UNKNOWN, since);
        }

        /** Whether a load with this stamp began when the call was waiting already, so that it is as new as the call's own. */
        boolean isBefore(long stamp) {
            return since != UNKNOWN && since <= stamp;
        }
    }

    /** What to do when a wait has taken too long. */
    enum End {
        /** The load is taken for one that does not end, and another begins in its place. */
        TAKE_OVER,
        /** The call loads for itself. */
        GO_ALONE
    }
}
