package io.quarkiverse.usecache.spi;

import java.time.Duration;
import java.util.Optional;

/** Why something was not purged. */
public class EdgePurgeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Duration retryAfter;

    /** @param message is logged, and shown to whoever may see the application's health: no secrets, and in one line */
    public EdgePurgeException(String message) {
        this(message, null);
    }

    /** @param retryAfter for how long nothing must be asked, or {@code null} */
    public EdgePurgeException(String message, Duration retryAfter) {
        super(message);
        this.retryAfter = retryAfter;
    }

    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
