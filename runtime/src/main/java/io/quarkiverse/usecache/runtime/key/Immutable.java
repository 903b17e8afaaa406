package io.quarkiverse.usecache.runtime.key;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalAmount;
import java.util.Locale;
import java.util.UUID;

/** Knows the immutable types that are common among arguments. */
final class Immutable {

    private Immutable() {
    }

    static boolean is(Object value) {
        return value == null || value instanceof String || value instanceof Integer || value instanceof Long
                || value instanceof Enum<?> || value instanceof Boolean || isOther(value);
    }

    private static boolean isOther(Object value) {
        return value instanceof Character || value instanceof Short || value instanceof Byte || value instanceof Double
                || value instanceof Float || value instanceof UUID || value instanceof Class<?> || value instanceof URI
                || value instanceof Locale || value instanceof CallerKey || value.getClass() == BigDecimal.class
                || value.getClass() == BigInteger.class
                || isTime(value);
    }

    private static boolean isTime(Object value) {
        return (value instanceof TemporalAccessor || value instanceof TemporalAmount)
                && value.getClass().getName().startsWith("java.time.");
    }
}
