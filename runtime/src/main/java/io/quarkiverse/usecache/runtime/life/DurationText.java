package io.quarkiverse.usecache.runtime.life;

import java.time.DateTimeException;
import java.time.Duration;

import io.quarkiverse.usecache.Lifetime;
import io.quarkus.runtime.configuration.DurationConverter;

/** Reads the durations that annotations and configuration write as text. */
enum DurationText {

    LIMITED("or 0"),
    UNLIMITED("0, or never");

    private static final String NEVER = "never";

    private final String others;

    DurationText(String others) {
        this.others = others;
    }

    /** @throws IllegalArgumentException if the text is none of the {@link #validForms()} */
    Duration parse(String text) {
        String trimmed = text.trim();
        if (this == UNLIMITED && NEVER.equals(trimmed)) {
            return Lifetime.NEVER;
        }
        return positive(text, converted(trimmed));
    }

    private Duration converted(String text) {
        try {
            return DurationConverter.parseDuration(text);
        } catch (IllegalArgumentException | ArithmeticException | DateTimeException e) {
            throw malformed(text, e);
        }
    }

    private Duration positive(String text, Duration duration) {
        if (duration == null) {
            throw malformed(text, null);
        }
        if (duration.isNegative()) {
            throw new IllegalArgumentException("[" + text + "] is negative");
        }
        return duration;
    }

    private IllegalArgumentException malformed(String text, Exception cause) {
        return new IllegalArgumentException("[" + text + "] is not a duration", cause);
    }

    /** What to write instead, as a sentence. */
    String validForms() {
        return "Write 30s, 5m, 1h, 2d, ISO-8601 such as PT1H30M, " + others + ".";
    }
}
