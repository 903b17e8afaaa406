package io.quarkiverse.usecache.deployment.scan;

import java.util.List;

import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;
import org.jboss.jandex.Type;

import io.quarkiverse.usecache.runtime.method.ReturnKind;

/** What a method returns, and whether that can be cached. */
final class ReturnType {

    private static final DotName VOID = DotName.createSimple(Void.class);

    private final Type declared;
    private final ReturnKind kind;
    private final Type item;

    ReturnType(MethodInfo method) {
        this.declared = method.returnType();
        this.kind = kind(declared);
        this.item = kind == ReturnKind.VALUE ? declared : argument(declared);
    }

    ReturnKind kind() {
        return kind;
    }

    boolean isVoid() {
        return item.kind() == Type.Kind.VOID || item.name().equals(VOID);
    }

    /** Why the result cannot be cached though there is one, or {@code null}. */
    OneShot oneShot(IndexView index) {
        return OneShot.of(item, index);
    }

    /** The type as written, without packages. */
    String simpleName() {
        String outer = Place.simpleName(declared);
        return kind == ReturnKind.VALUE ? outer : outer + "<" + Place.simpleName(item) + ">";
    }

    String genericName() {
        return declared.toString();
    }

    private static ReturnKind kind(Type type) {
        if (type.name().equals(Names.UNI)) {
            return ReturnKind.UNI;
        }
        return type.name().equals(Names.STAGE) || type.name().equals(Names.FUTURE) ? ReturnKind.STAGE : ReturnKind.VALUE;
    }

    private static Type argument(Type type) {
        List<Type> arguments = type.kind() == Type.Kind.PARAMETERIZED_TYPE ? type.asParameterizedType().arguments() : List.of();
        return arguments.isEmpty() ? Type.create(DotName.OBJECT_NAME, Type.Kind.CLASS) : arguments.get(0);
    }
}
