package io.quarkiverse.usecache.runtime.purge.adapter;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/** {@code Retry-After}: seconds, or a date (RFC 9110, section 10.2.3). */
final class RetryAfter {

    /** Nobody waits longer for a mistake in a header. */
    private static final Duration LONGEST = Duration.ofHours(1);

    private RetryAfter() {
    }

    /** For how long to wait, or {@code null} if it does not say. */
    static Duration of(String header) {
        if (header == null) {
            return null;
        }
        String text = header.trim();
        return text.matches("[0-9]{1,9}") ? bounded(Duration.ofSeconds(Long.parseLong(text))) : untilDate(text);
    }

    private static Duration untilDate(String text) {
        try {
            Instant date = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
            return bounded(Duration.between(Instant.now(), date));
        } catch (DateTimeException noDate) {
            return null;
        }
    }

    private static Duration bounded(Duration wanted) {
        return wanted.isNegative() ? Duration.ZERO : wanted.compareTo(LONGEST) < 0 ? wanted : LONGEST;
    }
}
