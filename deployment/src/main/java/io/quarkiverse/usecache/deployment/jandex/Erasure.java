package io.quarkiverse.usecache.deployment.jandex;

import java.util.List;

import org.jboss.jandex.ArrayType;
import org.jboss.jandex.MethodInfo;
import org.jboss.jandex.Type;

import io.quarkiverse.usecache.runtime.method.MethodId;

/** Names types and methods as reflection does. */
public final class Erasure {

    private static final String PRIMITIVE_CODES = "ZBSCIJFD";
    private static final List<String> PRIMITIVES = List.of("boolean", "byte", "short", "char", "int", "long", "float",
            "double");

    private Erasure() {
    }

    public static MethodId id(String receiver, MethodInfo method) {
        return new MethodId(receiver, method.declaringClass().name().toString(), method.name(), parameterTypes(method));
    }

    public static List<String> parameterTypes(MethodInfo method) {
        return method.parameterTypes().stream().map(Erasure::className).toList();
    }

    /** What {@link Class#getName()} gives for the erased type. */
    public static String className(Type type) {
        if (type.kind() != Type.Kind.ARRAY) {
            return type.name().toString();
        }
        ArrayType array = type.asArrayType();
        String element = className(array.constituent());
        int primitive = PRIMITIVES.indexOf(element);
        String code = primitive >= 0 ? PRIMITIVE_CODES.substring(primitive, primitive + 1) : "L" + element + ";";
        return "[".repeat(array.dimensions()) + code;
    }
}
