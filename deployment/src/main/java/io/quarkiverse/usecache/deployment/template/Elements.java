package io.quarkiverse.usecache.deployment.template;

import static io.quarkiverse.usecache.deployment.jandex.TypeBindings.known;

import java.util.Optional;

import org.jboss.jandex.ArrayType;
import org.jboss.jandex.Type;
import org.jboss.jandex.TypeVariable;

import io.quarkiverse.usecache.deployment.jandex.BoundClass;
import io.quarkiverse.usecache.deployment.jandex.Names;
import io.quarkiverse.usecache.deployment.jandex.TypeBindings;
import io.quarkiverse.usecache.deployment.jandex.TypeHierarchy;

/** Finds the type of the elements of an {@code Iterable}, array or {@code Optional}. */
final class Elements {

    private final TypeHierarchy hierarchy;

    Elements(TypeHierarchy hierarchy) {
        this.hierarchy = hierarchy;
    }

    /** Empty if the type has no elements. */
    Optional<Type> of(Type type) {
        if (type.kind() == Type.Kind.ARRAY) {
            return Optional.of(known(component(type.asArrayType())));
        }
        if (type.name().equals(Names.OPTIONAL)) {
            return Optional.of(TypeBindings.firstArgument(type));
        }
        return hierarchy.supertype(type, Names.ITERABLE).map(Elements::ofIterable);
    }

    private static Type component(ArrayType array) {
        return array.dimensions() == 1 ? array.constituent() : ArrayType.create(array.constituent(), array.dimensions() - 1);
    }

    private static Type ofIterable(BoundClass iterable) {
        TypeVariable parameter = iterable.info().typeParameters().get(0);
        return known(iterable.bindings().apply(parameter));
    }
}
