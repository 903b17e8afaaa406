package io.quarkiverse.usecache.runtime.consistency;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

import io.quarkiverse.usecache.runtime.config.UseCacheConfig;
import io.quarkiverse.usecache.runtime.life.Life;

/**
 * The configuration of tokens, checked.
 *
 * @param patience for how many nanoseconds a request may wait
 */
record TokenSettings(Optional<String> header, Optional<String> cookie, long patience) {

    private static final String PREFIX = "quarkus.use-cache.token.";
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]+");
    private static final Duration SHORTEST = Duration.ofMillis(1);
    private static final Duration LONGEST = Duration.ofMinutes(1);

    static TokenSettings of(UseCacheConfig.Token config) {
        Duration wait = config.longestWait();
        if (wait.compareTo(SHORTEST) < 0 || wait.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    PREFIX + "wait [" + wait + "] is no time that a request can wait. Give a duration from 1ms to 60s.");
        }
        return new TokenSettings(config.header().map(name -> checked("header", name)),
                config.cookie().map(name -> checked("cookie", name)), Life.nanos(wait));
    }

    private static String checked(String property, String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(PREFIX + property + " [" + name + "] is no name of a " + property
                    + ". Give one of letters, digits, hyphens and underscores.");
        }
        return name;
    }

    boolean anywhere() {
        return header.isPresent() || cookie.isPresent();
    }
}
