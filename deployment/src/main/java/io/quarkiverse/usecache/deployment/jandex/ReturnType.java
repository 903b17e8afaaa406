package io.quarkiverse.usecache.deployment.jandex;

import java.util.List;
import java.util.Set;

import org.jboss.jandex.DotName;
import org.jboss.jandex.MethodInfo;
import org.jboss.jandex.Type;

import io.quarkiverse.usecache.runtime.method.ReturnKind;

/** What a method returns: at once, or later as the item of a {@code Uni} or stage, or from a suspend function. */
public final class ReturnType {

    private static final Set<DotName> NOTHING = Set.of(Names.VOID, Kotlin.UNIT);

    private final Type declared;
    private final ReturnKind kind;
    private final Type item;

    private ReturnType(Type declared, ReturnKind kind) {
        this.declared = declared;
        this.kind = kind;
        this.item = TypeBindings.known(isWrapped() ? TypeBindings.firstArgument(declared) : declared);
    }

    public static ReturnType of(MethodInfo method) {
        return of(method.returnType(), method.parameterTypes());
    }

    /** @param parameterTypes all of them, as the method has them in its class file */
    static ReturnType of(Type returned, List<Type> parameterTypes) {
        return Kotlin.isSuspend(returned, parameterTypes)
                ? new ReturnType(Kotlin.result(parameterTypes.get(parameterTypes.size() - 1)), ReturnKind.SUSPEND)
                : new ReturnType(returned, kind(returned));
    }

    public ReturnKind kind() {
        return kind;
    }

    /** Whether the method returns what holds the value, and not the value itself. */
    public boolean isWrapped() {
        return kind == ReturnKind.UNI || kind == ReturnKind.STAGE;
    }

    public boolean isVoid() {
        return item.kind() == Type.Kind.VOID || NOTHING.contains(item.name());
    }

    /** What is cached, and what {@code {result}} is: the value returned, or the item of the {@code Uni} or stage. */
    public Type item() {
        return item;
    }

    /** Whether the value may be anything, also something that is still to come. */
    public boolean isUnknown() {
        return !isWrapped() && item.name().equals(DotName.OBJECT_NAME);
    }

    /** The type as written, without packages. */
    public String simpleName() {
        String outer = Place.simpleName(declared);
        return isWrapped() ? outer + "<" + Place.simpleName(item) + ">" : outer;
    }

    public String genericName() {
        return declared.toString();
    }

    private static ReturnKind kind(Type type) {
        if (type.name().equals(Names.UNI)) {
            return ReturnKind.UNI;
        }
        return type.name().equals(Names.STAGE) || type.name().equals(Names.FUTURE) ? ReturnKind.STAGE : ReturnKind.VALUE;
    }
}
