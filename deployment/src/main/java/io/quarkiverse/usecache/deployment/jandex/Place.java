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
    public static String parameter(String name, int position) {
        return name == null ? "number " + position : "[" + name + "]";
    }

    /** The type's name without its package and type arguments. */
    public static String simpleName(Type type) {
        String name = type(type);
        return name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf('$')) + 1);
    }

    /** The type without packages: {@code Map<String, List<Row>>}. */
    public static String genericName(Type type) {
        if (type.kind() != Type.Kind.PARAMETERIZED_TYPE) {
            return simpleName(type);
        }
        return type.asParameterizedType().arguments().stream().map(TypeBindings::known).map(Place::genericName)
                .collect(Collectors.joining(", ", simpleName(type) + "<", ">"));
    }

    /** A Uni, an Iterator. */
    public static String withArticle(String name) {
        return ("AEIO".indexOf(name.charAt(0)) < 0 ? "a " : "an ") + name;
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
