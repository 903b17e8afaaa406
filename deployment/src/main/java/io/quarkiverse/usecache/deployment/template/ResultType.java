package io.quarkiverse.usecache.deployment.template;

import static io.quarkiverse.usecache.deployment.template.TypeBindings.known;

import java.util.Optional;
import java.util.Set;

import org.jboss.jandex.ClassType;
import org.jboss.jandex.DotName;
import org.jboss.jandex.Type;

/** What {@code {result}} is: the value returned, or the item of the {@code Uni} or stage returned. */
final class ResultType {

    private static final Set<DotName> ASYNCHRONOUS = Set.of(TypeNames.UNI, TypeNames.COMPLETION_STAGE,
            TypeNames.COMPLETABLE_FUTURE);

    private ResultType() {
    }

    /** Empty if there is never a value. */
    static Optional<Type> of(Type returned) {
        Type item = known(ASYNCHRONOUS.contains(returned.name()) ? firstArgument(returned) : returned);
        boolean nothing = item.kind() == Type.Kind.VOID || item.name().equals(TypeNames.VOID);
        return nothing ? Optional.empty() : Optional.of(item);
    }

    /** Of a raw type, all that is known is {@code Object}. */
    static Type firstArgument(Type type) {
        return type.kind() == Type.Kind.PARAMETERIZED_TYPE ? known(type.asParameterizedType().arguments().get(0))
                : ClassType.OBJECT_TYPE;
    }
}
