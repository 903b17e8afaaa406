package io.quarkiverse.usecache.runtime.shared;

import java.time.Duration;
import java.util.concurrent.CompletionException;

import org.jboss.logging.Logger;

import io.quarkiverse.usecache.spi.SharedStoreException;
import io.quarkiverse.usecache.spi.SharedStoreException.Kind;

/** Why the store does not answer; tells people, once each time, that it does not, and that it does again. */
final class Outage {

    private static final Logger LOG = Logger.getLogger(Outage.class);

    private final LogFollower follower;
    private final SharedSettings settings;
    private volatile Throwable lastFailure;
    private boolean toldOfSilence;
    private boolean toldOfMistake;

    Outage(LogFollower follower, SharedSettings settings) {
        this.follower = follower;
        this.settings = settings;
    }

    /** @return what follows from a failure; that the connection is lost if it is none of the store's */
    Kind failed(Throwable failure) {
        Throwable cause = failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        LOG.debugf("The log did not answer: [%s]", cause);
        lastFailure = cause;
        if (cause instanceof SharedStoreException known) {
            return known.kind();
        }
        tellOfMistake(cause);
        return Kind.LOST;
    }

    private synchronized void tellOfMistake(Throwable cause) {
        if (!toldOfMistake) {
            toldOfMistake = true;
            LOG.errorf(cause, "What the shared store said could not be followed, and it is asked again, over another "
                    + "connection. This is logged once.");
        }
    }

    /** To be called several times in a lease. A lease that was just missed says nothing: the machine may be busy. */
    synchronized void look() {
        if (toldOfSilence && follower.isLeased()) {
            toldOfSilence = false;
            LOG.infof("The shared store answers again, after [%s]", lastFailure);
        } else if (!toldOfSilence && -follower.leaseLeft() > settings.lease()) {
            toldOfSilence = true;
            LOG.warnf(
                    "The shared store has not answered for more than [%s], and last said [%s]. Calls go on without it, and %s; "
                            + "revalidations act here, and are sent when it answers. See that it runs, and that this node reaches it.",
                    lease(), lastFailure, whatIsServed());
        }
    }

    private String whatIsServed() {
        return settings.available() ? "are given what this node has, however old"
                : "load what this node has not loaded itself in the last [" + lease() + "]";
    }

    private Duration lease() {
        return Duration.ofNanos(settings.lease());
    }
}
