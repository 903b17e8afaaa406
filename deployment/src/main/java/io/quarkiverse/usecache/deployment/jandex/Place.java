package io.quarkiverse.usecache.deployment.jandex;

import java.util.stream.Collectors;

import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.ArrayType;
import org.jboss.jandex.MethodInfo;
import org.jboss.jandex.Type;

/** Writes where something is, as reflection names it: {@code org.acme.Shop#find(java.lang.String, long)}. */
public final class Place {

    private Place() {
    }

    public static String of(AnnotationTarget target) {
        return switch (target.kind()) {
            case CLASS -> target.asClass().name().toString();
            case METHOD -> of(target.asMethod());
            case METHOD_PARAMETER -> of(target.asMethodParameter().method());
            default -> target.toString();
        };
    }

    public static String of(MethodInfo method) {
        String parameters = method.parameterTypes().stream().map(Place::type).collect(Collectors.joining(", "));
        return method.declaringClass().name() + "#" + method.name() + "(" + parameters + ")";
    }

    /** The parameter's name in brackets, or its number if the class file has no names. */
    public static String parameter(MethodInfo method, int position) {
        String name = method.parameterName(position);
        return name == null ? "number " + position : "[" + name + "]";
    }

    /** The type's name without its package and type arguments. */
    public static String simpleName(Type type) {
        String name = type(type);
        return name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf('$')) + 1);
    }

    /** The erased type. */
    public static String type(Type type) {
        if (type.kind() == Type.Kind.ARRAY) {
            ArrayType array = type.asArrayType();
            return type(array.constituent()) + "[]".repeat(array.dimensions());
        }
        return type.name().toString();
    }
}
