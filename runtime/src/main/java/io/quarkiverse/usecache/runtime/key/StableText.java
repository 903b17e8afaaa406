package io.quarkiverse.usecache.runtime.key;

import java.lang.reflect.Array;
import java.lang.reflect.RecordComponent;
import java.net.URI;
import java.time.ZoneId;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalAmount;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import io.quarkiverse.usecache.runtime.method.MethodId;
import io.quarkus.cache.CompositeCacheKey;
import io.quarkus.cache.DefaultCacheKey;

/**
 * Writes a key so that keys which are equal have the same text, on every node and in every class loader, and others have
 * another. Every value is written with its type's name and in a form that no text inside it can imitate.
 */
final class StableText {

    /** A value of a type that has no such form. */
    private static final class Unwritable extends Exception {

        private static final long serialVersionUID = 1L;

        Unwritable() {
            super(null, null, false, false);
        }
    }

    private final StringBuilder text = new StringBuilder();

    private StableText() {
    }

    static Optional<String> of(MethodId method, List<Object> arguments) {
        StableText written = new StableText();
        written.text.append(method.receiver()).append('#').append(method.name()).append(method.parameterTypes());
        try {
            for (Object argument : arguments) {
                written.append(argument);
            }
        } catch (Unwritable | ReflectiveOperationException | RuntimeException | StackOverflowError | LinkageError e) {
            return Optional.empty();
        }
        return Optional.of(written.text.toString());
    }

    private void append(Object value) throws Unwritable, ReflectiveOperationException {
        if (value == null) {
            text.append("null;");
        } else if (isPlain(value)) {
            append(value.getClass().getName(), value.toString());
        } else if (value instanceof Enum<?> constant) {
            append(constant.getDeclaringClass().getName(), constant.name());
        } else if (value instanceof Optional<?> optional) {
            begin("optional", optional.isPresent() ? 1 : 0);
            append(optional.orElse(null));
        } else if (value instanceof List<?> list) {
            begin("list", list.size());
            for (Object element : list) {
                append(element);
            }
        } else if (value instanceof CompositeCacheKey composite) {
            append(Arrays.asList(composite.getKeyElements()));
        } else if (value.getClass().isArray()) {
            appendArray(value);
        } else if (value instanceof Record) {
            appendRecord(value);
        } else {
            throw new Unwritable();
        }
    }

    /** Of classes whose text says all that their {@code equals} compares. */
    private static boolean isPlain(Object value) {
        return value instanceof String || value instanceof Character || value instanceof Boolean || value instanceof UUID
                || value instanceof DefaultCacheKey || value instanceof Locale || value instanceof Currency
                || value instanceof URI
                || value instanceof Number && value.getClass().getName().startsWith("java.")
                        && value instanceof Comparable<?>
                || (value instanceof TemporalAccessor || value instanceof TemporalAmount || value instanceof ZoneId)
                        && value.getClass().getName().startsWith("java.time.");
    }

    /** Half a surrogate pair would be lost where the text is written as UTF-8, and the text be that of another key. */
    private void append(String type, String value) {
        boolean isText = value.codePoints().noneMatch(point -> Character.getType(point) == Character.SURROGATE);
        begin(isText ? type : type + " in units", value.length());
        text.append(isText ? value : Arrays.toString(value.chars().toArray())).append(';');
    }

    private void begin(String type, int length) {
        text.append(type).append(':').append(length).append(':');
    }

    private void appendArray(Object array) throws Unwritable, ReflectiveOperationException {
        begin(array.getClass().getName(), Array.getLength(array));
        for (int i = 0; i < Array.getLength(array); i++) {
            append(Array.get(array, i));
        }
    }

    private void appendRecord(Object value) throws Unwritable, ReflectiveOperationException {
        RecordComponent[] components = components(value.getClass());
        begin(value.getClass().getName(), components.length);
        for (RecordComponent component : components) {
            component.getAccessor().trySetAccessible();
            append(component.getAccessor().invoke(value));
        }
    }

    /** A native executable knows none of records that the build has not seen, and says so by an error of its own. */
    private static RecordComponent[] components(Class<?> type) throws Unwritable {
        try {
            return type.getRecordComponents();
        } catch (VirtualMachineError e) {
            throw e;
        } catch (Error e) {
            throw new Unwritable();
        }
    }
}
