package io.quarkiverse.usecache.runtime.consistency;

import java.util.Optional;

import io.quarkiverse.usecache.runtime.tag.Revalidator.Told;

/** The moment after all that one request has revalidated, and how long it may still wait to learn it. Thread-safe. */
final class RequestToken {

    private Told latest;
    private long nanosToWait;

    RequestToken(long nanosToWait) {
        this.nanosToWait = nanosToWait;
    }

    /** Of two moments in one log the later one has the greater number; of two logs, the one that answered last counts. */
    synchronized void passed(Told told) {
        boolean isLater = latest == null || told.sequence() > latest.sequence() || !log(told).equals(log(latest));
        if (!told.token().isEmpty() && isLater) {
            latest = told;
        }
    }

    private static String log(Told told) {
        return told.token().substring(0, told.token().lastIndexOf('-') + 1);
    }

    synchronized Optional<String> text() {
        return Optional.ofNullable(latest).map(Told::token);
    }

    synchronized long nanosToWait() {
        return nanosToWait;
    }

    synchronized void waited(long nanos) {
        nanosToWait -= nanos;
    }
}
