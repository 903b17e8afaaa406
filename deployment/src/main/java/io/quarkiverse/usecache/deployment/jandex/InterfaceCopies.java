package io.quarkiverse.usecache.deployment.jandex;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.MethodInfo;

/**
 * The interfaces, and the methods of interfaces, whose annotations of this extension are on the class that implements them as
 * well, so that they act: Quarkus copies them to the class that it makes of a REST client's interface.
 */
public final class InterfaceCopies {

    private static final String MADE_FROM_INTERFACE = "$$CDIWrapper";

    private final ClassInfo type;
    private final TypeHierarchy hierarchy;

    InterfaceCopies(ClassInfo type, TypeHierarchy hierarchy) {
        this.type = type;
        this.hierarchy = hierarchy;
    }

    /** Whether Quarkus made the class from an interface. */
    boolean areAll() {
        return type.name().toString().endsWith(MADE_FROM_INTERFACE);
    }

    public List<ClassInfo> types() {
        return interfaces().filter(copied -> Names.ANNOTATIONS.stream().anyMatch(copied::hasDeclaredAnnotation)
                && Names.ANNOTATIONS.stream().filter(copied::hasDeclaredAnnotation).allMatch(type::hasDeclaredAnnotation))
                .toList();
    }

    public List<MethodInfo> of(MethodInfo method) {
        return method.declaringClass().isInterface() ? List.of() : annotated(method);
    }

    private List<MethodInfo> annotated(MethodInfo method) {
        return interfaces().map(copied -> sameMethod(copied, method)).filter(Objects::nonNull)
                .filter(copied -> Names.ANNOTATIONS.stream().filter(copied::hasDeclaredAnnotation)
                        .allMatch(method::hasDeclaredAnnotation))
                .toList();
    }

    private Stream<ClassInfo> interfaces() {
        return hierarchy.of(type).stream().map(BoundClass::info).filter(ClassInfo::isInterface);
    }

    private static MethodInfo sameMethod(ClassInfo type, MethodInfo method) {
        List<String> parameters = Erasure.parameterTypes(method);
        return type.methods().stream()
                .filter(other -> other.name().equals(method.name()) && Erasure.parameterTypes(other).equals(parameters))
                .findFirst().orElse(null);
    }
}
