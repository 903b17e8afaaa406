package io.quarkiverse.usecache.runtime.fill;

/** What a call has to do. */
sealed interface Turn {

    /**
     * Return the value of an entry.
     *
     * @param refresh the load to run behind it, or {@code null}
     */
    record Serve(Slot slot, Fill refresh) implements Turn {
    }

    /** Run the method. */
    record Lead(Fill fill) implements Turn {
    }

    /** Wait for another call's load. */
    record Join(Fill fill) implements Turn {
    }
}
