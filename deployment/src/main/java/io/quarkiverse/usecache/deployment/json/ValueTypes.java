package io.quarkiverse.usecache.deployment.json;

import java.util.List;

import org.jboss.jandex.ArrayType;
import org.jboss.jandex.Type;

import io.quarkiverse.usecache.deployment.jandex.TypeBindings;
import io.quarkiverse.usecache.runtime.method.ValueType;

/** Turns the types of the index into those that can be recorded. */
public final class ValueTypes {

    private ValueTypes() {
    }

    public static ValueType of(Type type) {
        Type known = TypeBindings.known(type);
        return switch (known.kind()) {
            case PARAMETERIZED_TYPE -> new ValueType(load(known.name().toString()),
                    known.asParameterizedType().arguments().stream().map(ValueTypes::of).toList());
            case ARRAY -> array(known.asArrayType());
            case PRIMITIVE -> new ValueType(primitive(known.name().toString()), List.of());
            default -> new ValueType(load(known.name().toString()), List.of());
        };
    }

    private static ValueType array(ArrayType type) {
        Type component = type.dimensions() == 1 ? type.constituent()
                : ArrayType.create(type.constituent(), type.dimensions() - 1);
        ValueType element = of(component);
        Class<?> array = element.raw().arrayType();
        return element.arguments().isEmpty() ? new ValueType(array, List.of()) : new ValueType(array, List.of(element));
    }

    private static Class<?> primitive(String name) {
        return switch (name) {
            case "boolean" -> boolean.class;
            case "byte" -> byte.class;
            case "short" -> short.class;
            case "char" -> char.class;
            case "int" -> int.class;
            case "long" -> long.class;
            case "float" -> float.class;
            default -> double.class;
        };
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, Thread.currentThread().getContextClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("The class " + name + " of a cached value is not on the class path.", e);
        }
    }
}
