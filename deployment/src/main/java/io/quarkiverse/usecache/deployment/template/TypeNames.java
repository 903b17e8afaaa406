package io.quarkiverse.usecache.deployment.template;

import org.jboss.jandex.ArrayType;
import org.jboss.jandex.DotName;
import org.jboss.jandex.Type;

/** The types that templates treat in their own way, and how messages write a type. */
final class TypeNames {

    static final DotName COMPLETABLE_FUTURE = DotName.createSimple("java.util.concurrent.CompletableFuture");
    static final DotName COMPLETION_STAGE = DotName.createSimple("java.util.concurrent.CompletionStage");
    static final DotName ITERABLE = DotName.createSimple("java.lang.Iterable");
    static final DotName OPTIONAL = DotName.createSimple("java.util.Optional");
    static final DotName UNI = DotName.createSimple("io.smallrye.mutiny.Uni");
    static final DotName VOID = DotName.createSimple("java.lang.Void");

    private TypeNames() {
    }

    static String of(Type type) {
        if (type.kind() == Type.Kind.ARRAY) {
            ArrayType array = type.asArrayType();
            return of(array.constituent()) + "[]".repeat(array.dimensions());
        }
        return type.name().toString();
    }
}
