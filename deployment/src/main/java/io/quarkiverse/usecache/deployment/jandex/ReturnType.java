package io.quarkiverse.usecache.deployment.jandex;

import org.jboss.jandex.DotName;
import org.jboss.jandex.Type;

import io.quarkiverse.usecache.runtime.method.ReturnKind;

/** What a method returns: at once, or later as the item of a {@code Uni} or stage. */
public final class ReturnType {

    private final Type declared;
    private final ReturnKind kind;
    private final Type item;

    public ReturnType(Type declared) {
        this.declared = declared;
        this.kind = kind(declared);
        this.item = TypeBindings.known(kind == ReturnKind.VALUE ? declared : TypeBindings.firstArgument(declared));
    }

    public ReturnKind kind() {
        return kind;
    }

    public boolean isVoid() {
        return item.kind() == Type.Kind.VOID || item.name().equals(Names.VOID);
    }

    /** What is cached, and what {@code {result}} is: the value returned, or the item of the {@code Uni} or stage. */
    public Type item() {
        return item;
    }

    /** Whether the value may be anything, also something that is still to come. */
    public boolean isUnknown() {
        return kind == ReturnKind.VALUE && item.name().equals(DotName.OBJECT_NAME);
    }

    /** The type as written, without packages. */
    public String simpleName() {
        String outer = Place.simpleName(declared);
        return kind == ReturnKind.VALUE ? outer : outer + "<" + Place.simpleName(item) + ">";
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
