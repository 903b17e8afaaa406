package io.quarkiverse.usecache.runtime.load;

import io.quarkiverse.usecache.runtime.store.Entry;

/** How a load ended. */
public sealed interface Outcome {

    /** Its result is in the cache, unless it has been revalidated or evicted since. */
    record Stored(Entry result) implements Outcome {
    }

    /**
     * Its result goes to its caller, and to the calls that wait for it if it may be shared.
     *
     * @param reason why it is not in the cache
     */
    record NotStored(Entry result, boolean shareable, String reason) implements Outcome {
    }

    /**
     * It made nothing.
     *
     * @param shareable whether others would have failed likewise
     */
    record Failed(Throwable failure, boolean shareable) implements Outcome {
    }

    /** It did not run: the calls that wait for it look again. */
    record Withdrawn() implements Outcome {

        static final Withdrawn IT = new Withdrawn();
    }

    /** What it made, or {@code null}. */
    default Entry result() {
        return null;
    }

    /** Why it made nothing, or {@code null}. */
    default Throwable failure() {
        return null;
    }

    /** Whether a call that waited for the load may have its result, as far as tags do not forbid it. */
    default boolean shareable() {
        return this instanceof Stored;
    }

    /** Its value; its failure, as it is, if there is none. */
    default <T extends Throwable> Object value() throws T {
        if (failure() != null) {
            @SuppressWarnings("unchecked")
            T asItIs = (T) failure();
            throw asItIs;
        }
        return result().value();
    }
}
