package io.quarkiverse.usecache.test;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

import io.quarkiverse.usecache.runtime.method.MethodId;

/**
 * Chooses cached methods of one name.
 *
 * @param parameterTypes by name; empty for any
 */
record MethodChoice(String bean, String method, List<String> parameterTypes) implements Predicate<MethodId> {

    static MethodChoice of(Class<?> bean, String method, Class<?>... parameterTypes) {
        return new MethodChoice(bean.getName(), method, Stream.of(parameterTypes).map(Class::getName).toList());
    }

    @Override
    public boolean test(MethodId id) {
        return isOfBean(id) && method.equals(id.name())
                && (parameterTypes.isEmpty() || parameterTypes.equals(id.parameterTypes()));
    }

    boolean isOfBean(MethodId id) {
        return bean.equals(id.receiver()) || bean.equals(id.declaringClass());
    }

    @Override
    public String toString() {
        return bean + "#" + method + (parameterTypes.isEmpty() ? "" : "(" + String.join(", ", parameterTypes) + ")");
    }
}
