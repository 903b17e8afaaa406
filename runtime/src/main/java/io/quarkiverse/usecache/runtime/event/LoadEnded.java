package io.quarkiverse.usecache.runtime.event;

/**
 * How a load ended.
 *
 * @param result what it made, or {@code null} if it failed; it need not be stored, and may be gone again
 * @param failure why nothing was made, or {@code null}
 * @param refresh whether it ran behind a stale value
 * @param nested whether it was part of another load, which takes over what it says of its result
 * @param shareable whether others may be given what it made
 * @param nanos how long it took
 */
public record LoadEnded(StoredValue result, Throwable failure, boolean refresh, boolean nested, boolean shareable,
        long nanos) {

    /** Whether the value came from a shared store, and the method did not run. */
    public boolean fromElsewhere() {
        return result != null && result.fromElsewhere();
    }
}
