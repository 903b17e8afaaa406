package io.quarkiverse.usecache.runtime.shared;

import java.time.Duration;

import io.quarkiverse.usecache.spi.Position;

/**
 * How a node takes part at this moment.
 *
 * @param position up to where it has applied the log
 * @param leaseLeft for how long it may serve what it holds without another word; negative if that is over
 * @param pending how many of its revalidations the store has not acknowledged
 * @param knownTags of how many tags it knows a number
 * @param resyncs how often it has begun anew, its start included
 */
public record NodeStatus(State state, Position position, Duration leaseLeft, int pending, int knownTags, long resyncs) {

    /** What the node may do. */
    public enum State {
        RUNNING,
        LEASE_LOST,
        AWAY
    }
}
