package io.quarkiverse.usecache.runtime.purge;

import java.time.Duration;

import io.quarkiverse.usecache.spi.EdgePurgeException;

/** For how long nothing is sent after requests that have failed, one after the other. */
record RetryDelay(Duration first, Duration longest) {

    private static final int MOST_DOUBLINGS = 30;

    /** @param failures how many, at least one */
    Duration after(int failures, Throwable last) {
        Duration asked = last instanceof EdgePurgeException known ? known.retryAfter().orElse(Duration.ZERO) : Duration.ZERO;
        Duration own = first.multipliedBy(1L << Math.min(failures - 1, MOST_DOUBLINGS));
        Duration bounded = own.compareTo(longest) < 0 ? own : longest;
        return asked.compareTo(bounded) > 0 ? asked : bounded;
    }
}
