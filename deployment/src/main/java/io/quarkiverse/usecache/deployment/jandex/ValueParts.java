package io.quarkiverse.usecache.deployment.jandex;

import java.lang.reflect.Modifier;
import java.util.List;
import java.util.stream.Stream;

import org.jboss.jandex.DotName;
import org.jboss.jandex.MethodInfo;
import org.jboss.jandex.Type;

/** What the equality and the text of a value are made of: the elements of collections, and the components of records. */
public final class ValueParts {

    private static final List<DotName> CONTAINERS = List.of(DotName.createSimple("java.util.Collection"), Names.MAP,
            DotName.createSimple("java.util.Map$Entry"), Names.OPTIONAL);

    private final TypeHierarchy hierarchy;

    public ValueParts(TypeHierarchy hierarchy) {
        this.hierarchy = hierarchy;
    }

    /** The types of what a method asks, unless it is written by hand: then it may ask anything. */
    public Stream<Type> of(Type type, String method, Type... parameters) {
        List<BoundClass> classes = hierarchy.of(type);
        return classes.stream().anyMatch(clazz -> isWritten(clazz, method, parameters)) ? Stream.empty()
                : classes.stream().flatMap(ValueParts::of);
    }

    private static Stream<Type> of(BoundClass clazz) {
        if (clazz.info().isRecord()) {
            return clazz.info().recordComponents().stream().map(component -> clazz.bindings().apply(component.type()));
        }
        return CONTAINERS.contains(clazz.info().name()) ? clazz.bindings().types().values().stream() : Stream.empty();
    }

    // What the compiler makes for a record is final, which few would write themselves.
    private static boolean isWritten(BoundClass clazz, String name, Type... parameters) {
        MethodInfo method = clazz.info().method(name, parameters);
        boolean isOfPlatform = clazz.info().name().toString().startsWith("java.");
        return method != null && !isOfPlatform && !(clazz.info().isRecord() && Modifier.isFinal(method.flags()));
    }
}
