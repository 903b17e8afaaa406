package io.quarkiverse.usecache.runtime.method;

import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The full generic type of what a method returns, as the build recorded it.
 *
 * @param raw the class; for an array of a parameterized type, the array's class
 * @param arguments the type arguments; the element's type for an array of a parameterized type
 */
public record ValueType(Class<?> raw, List<ValueType> arguments) {

    /** The same for a codec. */
    public Type type() {
        if (arguments.isEmpty()) {
            return raw;
        }
        return raw.isArray() ? new ArrayOf(arguments.get(0).type())
                : new Parameterized(raw, arguments.stream().map(ValueType::type).toList());
    }

    private record ArrayOf(Type element) implements GenericArrayType {

        @Override
        public Type getGenericComponentType() {
            return element;
        }

        @Override
        public String toString() {
            return element.getTypeName() + "[]";
        }
    }

    private record Parameterized(Class<?> raw, List<Type> arguments) implements ParameterizedType {

        @Override
        public Type[] getActualTypeArguments() {
            return arguments.toArray(Type[]::new);
        }

        @Override
        public Type getRawType() {
            return raw;
        }

        @Override
        public Type getOwnerType() {
            return raw.getDeclaringClass();
        }

        @Override
        public String toString() {
            return arguments.stream().map(Type::getTypeName).collect(Collectors.joining(", ", raw.getName() + "<", ">"));
        }
    }
}
