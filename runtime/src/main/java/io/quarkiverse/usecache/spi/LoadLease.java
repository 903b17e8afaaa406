package io.quarkiverse.usecache.spi;

import java.util.Optional;

/**
 * What became of the attempt to take a lease.
 *
 * @param entry the entry as it was after that, if there is one; it may be dead or stale
 */
public record LoadLease(State state, Optional<byte[]> entry) {

    /** Who has the lease. */
    public enum State {
        /** The caller: it loads, and releases. */
        GRANTED,
        /** Another load. */
        TAKEN,
        /** The load that had it last stored nothing: whoever waits loads at once, without a lease. */
        FAILED
    }
}
