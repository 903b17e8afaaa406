package io.quarkiverse.usecache.runtime.template;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes the elements out of a value: none of {@code null}. */
final class Elements {

    private Elements() {
    }

    static List<Object> of(String template, Object whole) {
        List<Object> elements = new ArrayList<>();
        if (whole instanceof Iterable<?> iterable) {
            addAll(template, iterable, elements);
        } else if (whole instanceof Map<?, ?> map) {
            addAll(template, map.values(), elements);
        } else if (whole instanceof Optional<?> optional) {
            optional.ifPresent(elements::add);
        } else if (whole != null) {
            addArray(template, whole, elements);
        }
        return elements;
    }

    private static void addAll(String template, Iterable<?> iterable, List<Object> elements) {
        try {
            iterable.forEach(elements::add);
        } catch (RuntimeException e) {
            throw new TemplateFailure(template, iterable.getClass().getName() + "#forEach", e);
        }
    }

    private static void addArray(String template, Object array, List<Object> elements) {
        if (!array.getClass().isArray()) {
            String type = array.getClass().getName();
            throw new TemplateFailure(template, type, new ClassCastException(type + " has no elements"));
        }
        for (int i = 0; i < Array.getLength(array); i++) {
            elements.add(Array.get(array, i));
        }
    }
}
