package io.quarkiverse.usecache.deployment.check;

import java.lang.reflect.Modifier;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.Type;

import io.quarkiverse.usecache.deployment.jandex.BoundClass;
import io.quarkiverse.usecache.deployment.jandex.Names;
import io.quarkiverse.usecache.deployment.jandex.TypeBindings;
import io.quarkiverse.usecache.deployment.jandex.TypeHierarchy;

/**
 * What values of a type consist of: the elements of arrays, what containers hold, the components of records, and the fields of
 * generic classes that hold their type arguments.
 */
final class Contents {

    /** Ends the walk through types that grow without end. */
    private static final int DEEPEST = 8;
    private static final Set<String> OF_OBJECT = Set.of("equals", "hashCode", "toString");
    private static final Set<DotName> HOLDING_NOTHING = Set.of(DotName.createSimple(Class.class),
            DotName.createSimple(ThreadLocal.class));

    private final TypeHierarchy hierarchy;
    private final Map<Type, Set<Type>> seen = new ConcurrentHashMap<>();

    Contents(TypeHierarchy hierarchy) {
        this.hierarchy = hierarchy;
    }

    /** The types of the parts at any depth. */
    Set<Type> of(Type whole) {
        return seen.computeIfAbsent(whole, type -> {
            Set<Type> found = new LinkedHashSet<>();
            collect(type, 0, found);
            return found;
        });
    }

    private void collect(Type whole, int depth, Set<Type> found) {
        if (depth < DEEPEST) {
            parts(whole).map(TypeBindings::known).filter(found::add).toList().forEach(part -> collect(part, depth + 1, found));
        }
    }

    private Stream<Type> parts(Type whole) {
        return whole.kind() == Type.Kind.ARRAY ? Stream.of(whole.asArrayType().constituent())
                : hierarchy.of(whole).stream().flatMap(Contents::held);
    }

    private static Stream<Type> held(BoundClass clazz) {
        ClassInfo info = clazz.info();
        if (info.isRecord()) {
            return info.recordComponents().stream().map(component -> clazz.bindings().apply(component.type()));
        }
        if (info.isAbstract() || info.name().toString().startsWith("java.")) {
            return isFunction(info) ? Stream.empty() : clazz.bindings().types().values().stream();
        }
        return info.fields().stream().filter(field -> !Modifier.isStatic(field.flags()) && isGeneric(field.type()))
                .map(field -> clazz.bindings().apply(field.type()));
    }

    private static boolean isGeneric(Type type) {
        return switch (type.kind()) {
            case TYPE_VARIABLE, TYPE_VARIABLE_REFERENCE, UNRESOLVED_TYPE_VARIABLE -> true;
            case PARAMETERIZED_TYPE -> type.asParameterizedType().arguments().stream().anyMatch(Contents::isGeneric);
            case ARRAY -> isGeneric(type.asArrayType().constituent());
            default -> false;
        };
    }

    // A Supplier makes its values, a Comparator is only given them.
    private static boolean isFunction(ClassInfo info) {
        List<String> todo = info.methods().stream().filter(method -> Modifier.isAbstract(method.flags()))
                .map(method -> method.name()).filter(name -> !OF_OBJECT.contains(name)).toList();
        boolean oneMethod = info.isInterface() && todo.size() == 1 && !info.name().equals(Names.ITERABLE);
        return oneMethod || HOLDING_NOTHING.contains(info.name());
    }
}
