package io.quarkiverse.usecache.deployment.scan;

import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.interceptor.AroundInvoke;

import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;

import io.quarkiverse.usecache.deployment.jandex.Erasure;

/**
 * The methods of a bean's class that ArC can intercept, in the order in which it looks: those of the class, of its
 * superclasses, and the default methods of the interfaces, each as the most special class declares it.
 */
final class InterceptableMethods {

    private static final int BRIDGE = 0x40;
    private static final List<DotName> LIFECYCLE = List.of(DotName.createSimple(AroundInvoke.class),
            DotName.createSimple(PostConstruct.class), DotName.createSimple(PreDestroy.class));

    private final IndexView index;
    private final Set<String> seen = new HashSet<>();
    private final List<MethodInfo> found = new ArrayList<>();

    private InterceptableMethods(IndexView index) {
        this.index = index;
    }

    static List<MethodInfo> of(ClassInfo beanClass, IndexView index) {
        InterceptableMethods methods = new InterceptableMethods(index);
        methods.visit(beanClass);
        return methods.found;
    }

    private void visit(ClassInfo type) {
        if (type == null || type.name().equals(DotName.OBJECT_NAME)) {
            return;
        }
        for (MethodInfo method : type.methods()) {
            if (isCandidate(method) && seen.add(signature(method)) && !isBridgeToMethodBeside(method)
                    && !Modifier.isAbstract(method.flags())) {
                found.add(method);
            }
        }
        if (type.superName() != null) {
            visit(index.getClassByName(type.superName()));
        }
        type.interfaceNames().forEach(name -> visit(index.getClassByName(name)));
    }

    private static boolean isCandidate(MethodInfo method) {
        return !method.isConstructor() && !method.isStaticInitializer() && (!method.isSynthetic() || isBridge(method))
                && (method.flags() & (Modifier.STATIC | Modifier.PRIVATE)) == 0
                && LIFECYCLE.stream().noneMatch(method::hasDeclaredAnnotation);
    }

    // The compiler also makes bridges for the public methods of a package-private superclass: those run for themselves.
    private static boolean isBridgeToMethodBeside(MethodInfo method) {
        return isBridge(method) && method.declaringClass().methods().stream()
                .anyMatch(other -> !isBridge(other) && other.name().equals(method.name())
                        && other.parametersCount() == method.parametersCount());
    }

    private static boolean isBridge(MethodInfo method) {
        return (method.flags() & BRIDGE) != 0;
    }

    private static String signature(MethodInfo method) {
        return method.name() + Erasure.parameterTypes(method) + Erasure.className(method.returnType());
    }
}
