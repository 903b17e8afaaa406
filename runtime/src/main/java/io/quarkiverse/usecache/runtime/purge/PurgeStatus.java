package io.quarkiverse.usecache.runtime.purge;

import java.time.Duration;

/**
 * How one target is purged.
 *
 * @param everything whether everything waits to be purged
 * @param pending how many tags wait
 * @param age for how long the oldest of that waits
 * @param failures how many requests have failed since one has succeeded
 * @param lastFailure why the last one did; empty if it succeeded
 */
public record PurgeStatus(boolean everything, int pending, Duration age, int failures, String lastFailure) {

    public boolean isFailing() {
        return failures > 0;
    }
}
