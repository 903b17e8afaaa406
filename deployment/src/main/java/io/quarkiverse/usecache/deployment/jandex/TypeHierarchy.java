package io.quarkiverse.usecache.deployment.jandex;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.ClassType;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.ParameterizedType;
import org.jboss.jandex.Type;

/** Walks from a type to its supertypes and carries the type arguments along. */
public final class TypeHierarchy {

    private final ClassSource classes;
    private final Map<Type, List<BoundClass>> seen = new ConcurrentHashMap<>();

    /** Classes outside of the index are read through the context class loader. */
    public TypeHierarchy(IndexView index) {
        this.classes = new ClassSource(index, Thread.currentThread().getContextClassLoader());
    }

    /** The class and its superclasses, then the interfaces, the nearest first; empty if the class is not found. */
    public List<BoundClass> of(Type type) {
        return seen.computeIfAbsent(type, use -> walk(bind(use)));
    }

    /** The same for a class that is at hand: one that was generated may not be found by its name. */
    public List<BoundClass> of(ClassInfo type) {
        Type use = typeOf(type);
        return seen.computeIfAbsent(use, any -> walk(Optional.of(new BoundClass(type, TypeBindings.of(type, use)))));
    }

    private List<BoundClass> walk(Optional<BoundClass> type) {
        Map<DotName, BoundClass> found = new LinkedHashMap<>();
        addClasses(type, found);
        for (BoundClass clazz : List.copyOf(found.values())) {
            addInterfaces(clazz, found);
        }
        return List.copyOf(found.values());
    }

    /** The class and its superclasses, without {@code Object}. */
    public List<ClassInfo> classes(ClassInfo type) {
        return of(type).stream().map(BoundClass::info)
                .filter(info -> info == type || !info.isInterface() && !info.name().equals(DotName.OBJECT_NAME)).toList();
    }

    /** The names of the type and of all that it is assignable to, as far as they are known, the nearest first. */
    public Stream<DotName> names(Type type) {
        return Stream.concat(Stream.of(type.name()), of(type).stream().map(clazz -> clazz.info().name())).distinct();
    }

    /** What stands for the type parameters of a class in a class that extends it. */
    public TypeBindings bindings(ClassInfo type, ClassInfo supertype) {
        return of(type).stream().filter(clazz -> clazz.info().name().equals(supertype.name())).findFirst()
                .map(BoundClass::bindings).orElseGet(() -> TypeBindings.of(supertype, typeOf(supertype)));
    }

    private static Type typeOf(ClassInfo clazz) {
        return clazz.typeParameters().isEmpty() ? ClassType.create(clazz.name())
                : ParameterizedType.create(clazz.name(), clazz.typeParameters().toArray(Type[]::new));
    }

    /** What a supertype is in this type. */
    public Optional<BoundClass> supertype(Type type, DotName supertype) {
        return of(type).stream().filter(clazz -> clazz.info().name().equals(supertype)).findFirst();
    }

    private void addClasses(Optional<BoundClass> type, Map<DotName, BoundClass> found) {
        Optional<BoundClass> next = type;
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
