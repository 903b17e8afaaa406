package io.quarkiverse.usecache.runtime.event;

/**
 * How a load ended.
 *
 * @param result what it made, or {@code null} if it failed; it need not be stored, and may be gone again
 * @param failure why nothing was made, or {@code null}
 * @param refresh whether it ran behind a stale value
 * @param nanos how long it took
 */
public record LoadEnded(StoredValue result, Throwable failure, boolean refresh, long nanos) {

    /** Whether the value came from a shared store, and the method did not run. */
    public boolean fromElsewhere() {
        return result != null && result.fromElsewhere();
    }
}
