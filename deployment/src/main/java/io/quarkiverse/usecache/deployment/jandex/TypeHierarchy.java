package io.quarkiverse.usecache.deployment.jandex;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jboss.jandex.DotName;
import org.jboss.jandex.Type;

/** Walks from a type to its supertypes and carries the type arguments along. */
public final class TypeHierarchy {

    private final ClassSource classes;

    public TypeHierarchy(ClassSource classes) {
        this.classes = classes;
    }

    /** The class and its superclasses, then the interfaces, the nearest first; empty if the class is not found. */
    public List<BoundClass> of(Type type) {
        Map<DotName, BoundClass> found = new LinkedHashMap<>();
        addClasses(type, found);
        for (BoundClass clazz : List.copyOf(found.values())) {
            addInterfaces(clazz, found);
        }
        return List.copyOf(found.values());
    }

    /** What a supertype is in this type. */
    public Optional<BoundClass> supertype(Type type, DotName supertype) {
        return of(type).stream().filter(clazz -> clazz.info().name().equals(supertype)).findFirst();
    }

    private void addClasses(Type type, Map<DotName, BoundClass> found) {
        Optional<BoundClass> next = bind(type);
        while (next.isPresent()) {
            BoundClass clazz = next.get();
            found.put(clazz.info().name(), clazz);
            Type parent = clazz.info().superClassType();
            next = parent == null ? Optional.empty() : bind(clazz.bindings().apply(parent));
        }
    }

    private void addInterfaces(BoundClass clazz, Map<DotName, BoundClass> found) {
        for (Type declared : clazz.info().interfaceTypes()) {
            bind(clazz.bindings().apply(declared)).ifPresent(bound -> {
                if (found.putIfAbsent(bound.info().name(), bound) == null) {
                    addInterfaces(bound, found);
                }
            });
        }
    }

    private Optional<BoundClass> bind(Type type) {
        return classes.find(type.name()).map(info -> new BoundClass(info, TypeBindings.of(info, type)));
    }
}
