package io.quarkiverse.usecache.runtime.template;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes the elements out of a result: none of {@code null}. */
final class Elements {

    private Elements() {
    }

    static List<Object> of(String template, Object result) {
        List<Object> elements = new ArrayList<>();
        if (result instanceof Iterable<?> iterable) {
            addAll(template, iterable, elements);
        } else if (result instanceof Optional<?> optional) {
            optional.ifPresent(elements::add);
        } else if (result != null) {
            addArray(result, elements);
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

    private static void addArray(Object array, List<Object> elements) {
        for (int i = 0; i < Array.getLength(array); i++) {
            elements.add(Array.get(array, i));
        }
    }
}
