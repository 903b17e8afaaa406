package io.quarkiverse.usecache.deployment.jandex;

import java.util.List;
import java.util.stream.Stream;

import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.Type;

/** Tells what a class has of its own and what it has from {@code Object}. */
public final class ObjectMethods {

    private static final Type OBJECT = Type.create(DotName.OBJECT_NAME, Type.Kind.CLASS);

    private final TypeHierarchy hierarchy;

    public ObjectMethods(TypeHierarchy hierarchy) {
        this.hierarchy = hierarchy;
    }

    /**
     * Whether every instance has {@code Object}'s text; unknown classes, and those that have to be extended, may have another.
     */
    public boolean haveNoText(Type type) {
        return isConcrete(type) && superclasses(type).noneMatch(clazz -> clazz.method("toString") != null);
    }

    /** Whether every instance equals itself only. */
    public boolean haveNoEquality(Type type) {
        return isConcrete(type) && !haveEquality(type);
    }

    /** Whether the class, or a superclass that is known, says what its instances equal. */
    public boolean haveEquality(Type type) {
        return superclasses(type)
                .anyMatch(clazz -> clazz.method("hashCode") != null || clazz.method("equals", OBJECT) != null);
    }

    private Stream<ClassInfo> superclasses(Type type) {
        return hierarchy.of(type).stream().map(BoundClass::info)
                .filter(clazz -> !clazz.isInterface() && !clazz.name().equals(DotName.OBJECT_NAME));
    }

    // Where a superclass is not known, it may have everything.
    private boolean isConcrete(Type type) {
        List<BoundClass> classes = hierarchy.of(type);
        boolean complete = classes.stream().anyMatch(clazz -> clazz.info().name().equals(DotName.OBJECT_NAME));
        return complete && !type.name().equals(DotName.OBJECT_NAME) && !classes.get(0).info().isAbstract()
                && !classes.get(0).info().isInterface();
    }
}
