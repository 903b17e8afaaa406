package io.quarkiverse.usecache.runtime.shared;

import java.time.Duration;
import java.util.Locale;

import io.quarkiverse.usecache.spi.Position;

/**
 * How a node takes part at this moment.
 *
 * @param position up to where it has applied the log
 * @param leaseLeft for how long it may serve what it holds without another word; negative if that is over
 * @param leaseAge how long ago it was sure for the last time that it knew everything
 * @param lag how many revalidations the store had, when it last answered, that are not applied here
 * @param pending how many of its revalidations the store has not acknowledged
 * @param knownTags of how many tags it knows a number
 * @param resyncs how often it has begun anew, its start included
 */
public record NodeStatus(State state, Position position, Duration leaseLeft, Duration leaseAge, long lag, int pending,
        int knownTags, long resyncs) {

    /** What the node may do. */
    public enum State {
        RUNNING,
        LEASE_LOST,
        AWAY;

        /** As people read it. */
        public String text() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
