package io.quarkiverse.usecache.dev.value;

import java.lang.reflect.Array;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a value consists of.
 *
 * @param named whether each part has a name
 */
record Parts(boolean named, List<Part> all) {

    /** More would not be shown. */
    private static final int MOST = 10_000;

    /** @param name {@code null} if it has none */
    record Part(String name, Object value) {
    }

    /** The parts, or {@code null} if the value is one thing. Reading them may fail in every way the application's code can. */
    static Parts of(Object value) {
        if (value instanceof Map<?, ?> map) {
            return new Parts(true, map.entrySet().stream().limit(MOST)
                    .map(entry -> new Part(String.valueOf(entry.getKey()), entry.getValue())).toList());
        }
        if (value instanceof Record) {
            return new Parts(true, components((Record) value));
        }
        if (value instanceof Iterable<?> iterable && !(value instanceof Path)) {
            return new Parts(false, elements(iterable));
        }
        return value.getClass().isArray() ? new Parts(false, arrayElements(value)) : null;
    }

    private static List<Part> elements(Iterable<?> iterable) {
        List<Part> parts = new ArrayList<>();
        for (Object element : iterable) {
            if (parts.size() == MOST) {
                break;
            }
            parts.add(new Part(null, element));
        }
        return parts;
    }

    private static List<Part> arrayElements(Object array) {
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < Math.min(MOST, Array.getLength(array)); i++) {
            parts.add(new Part(null, Array.get(array, i)));
        }
        return parts;
    }

    private static List<Part> components(Record value) {
        List<Part> parts = new ArrayList<>();
        for (RecordComponent component : value.getClass().getRecordComponents()) {
            parts.add(new Part(component.getName(), component(component.getAccessor(), value)));
        }
        return parts;
    }

    private static Object component(Method accessor, Record value) {
        try {
            accessor.setAccessible(true);
            return accessor.invoke(value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(accessor.getName() + "() fails", e);
        }
    }
}
