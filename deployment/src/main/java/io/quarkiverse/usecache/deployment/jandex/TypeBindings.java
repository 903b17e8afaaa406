package io.quarkiverse.usecache.deployment.jandex;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jboss.jandex.ArrayType;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.ClassType;
import org.jboss.jandex.ParameterizedType;
import org.jboss.jandex.Type;
import org.jboss.jandex.TypeVariable;
import org.jboss.jandex.WildcardType;

/** What stands for the type parameters of a class in one use of it, by name. */
public record TypeBindings(Map<String, Type> types) {

    /** @param use the class with its arguments; without them (a raw type) nothing stands for its parameters */
    public static TypeBindings of(ClassInfo clazz, Type use) {
        Map<String, Type> types = new HashMap<>();
        if (use.kind() == Type.Kind.PARAMETERIZED_TYPE) {
            List<Type> arguments = use.asParameterizedType().arguments();
            for (int i = 0; i < arguments.size(); i++) {
                types.put(clazz.typeParameters().get(i).identifier(), arguments.get(i));
            }
        }
        return new TypeBindings(types);
    }

    /** The declared type as it is in this use of the class. */
    public Type apply(Type declared) {
        return switch (declared.kind()) {
            case TYPE_VARIABLE -> types.getOrDefault(declared.asTypeVariable().identifier(), declared);
            case TYPE_VARIABLE_REFERENCE -> apply(declared.asTypeVariableReference().follow());
            case PARAMETERIZED_TYPE -> apply(declared.asParameterizedType());
            case ARRAY -> ArrayType.create(apply(declared.asArrayType().constituent()), declared.asArrayType().dimensions());
            case WILDCARD_TYPE -> apply(declared.asWildcardType());
            default -> declared;
        };
    }

    private Type apply(WildcardType declared) {
        return declared.superBound() == null ? WildcardType.createUpperBound(apply(declared.extendsBound()))
                : WildcardType.createLowerBound(apply(declared.superBound()));
    }

    private Type apply(ParameterizedType declared) {
        Type[] arguments = declared.arguments().stream().map(this::apply).toArray(Type[]::new);
        return ParameterizedType.create(declared.name(), arguments, declared.owner());
    }

    /** The type whose members a value is known to have: of a type variable or wildcard, its bound. */
    public static Type known(Type type) {
        return switch (type.kind()) {
            case TYPE_VARIABLE -> bound(type.asTypeVariable());
            case TYPE_VARIABLE_REFERENCE -> known(type.asTypeVariableReference().follow());
            case UNRESOLVED_TYPE_VARIABLE -> ClassType.OBJECT_TYPE;
            case WILDCARD_TYPE -> known(type.asWildcardType().extendsBound());
            default -> type;
        };
    }

    /** Of a raw type, all that is known is {@code Object}. */
    public static Type firstArgument(Type type) {
        return type.kind() == Type.Kind.PARAMETERIZED_TYPE ? known(type.asParameterizedType().arguments().get(0))
                : ClassType.OBJECT_TYPE;
    }

    private static Type bound(TypeVariable variable) {
        return variable.bounds().isEmpty() ? ClassType.OBJECT_TYPE : known(variable.bounds().get(0));
    }
}
