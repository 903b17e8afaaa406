package io.quarkiverse.usecache.deployment.property;

import static io.quarkiverse.usecache.deployment.jandex.TypeBindings.known;

import java.util.Optional;

import org.jboss.jandex.ArrayType;
import org.jboss.jandex.DotName;
import org.jboss.jandex.Type;

import io.quarkiverse.usecache.deployment.jandex.Names;
import io.quarkiverse.usecache.deployment.jandex.TypeBindings;
import io.quarkiverse.usecache.deployment.jandex.TypeHierarchy;

/** Finds the type of the elements of an {@code Iterable}, array or {@code Optional}, and of the values of a {@code Map}. */
public final class Elements {

    private final TypeHierarchy hierarchy;

    public Elements(TypeHierarchy hierarchy) {
        this.hierarchy = hierarchy;
    }

    /** Empty if the type has no elements. */
    public Optional<Type> of(Type type) {
        if (type.kind() == Type.Kind.ARRAY) {
            return Optional.of(known(component(type.asArrayType())));
        }
        if (type.name().equals(Names.OPTIONAL)) {
            return Optional.of(TypeBindings.firstArgument(type));
        }
        return argument(type, Names.ITERABLE, 0).or(() -> argument(type, Names.MAP, 1));
    }

    /** The type of the keys, empty if the type is no {@code Map}. */
    Optional<Type> keys(Type map) {
        return argument(map, Names.MAP, 0);
    }

    private static Type component(ArrayType array) {
        return array.dimensions() == 1 ? array.constituent() : ArrayType.create(array.constituent(), array.dimensions() - 1);
    }

    private Optional<Type> argument(Type type, DotName supertype, int position) {
        return hierarchy.supertype(type, supertype)
                .map(found -> known(found.bindings().apply(found.info().typeParameters().get(position))));
    }
}
