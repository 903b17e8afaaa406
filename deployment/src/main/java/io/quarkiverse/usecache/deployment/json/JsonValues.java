package io.quarkiverse.usecache.deployment.json;

import java.lang.reflect.Modifier;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.FieldInfo;
import org.jboss.jandex.Type;

import io.quarkiverse.usecache.deployment.jandex.BoundClass;
import io.quarkiverse.usecache.deployment.jandex.TypeBindings;
import io.quarkiverse.usecache.deployment.jandex.TypeHierarchy;

/** Looks for what JSON cannot carry in a type and in all that its values are made of. */
public final class JsonValues {

    private static final DotName IGNORE = DotName.createSimple("com.fasterxml.jackson.annotation.JsonIgnore");
    /** Ends the walk through types that grow without end. */
    private static final int DEEPEST = 8;

    private final TypeHierarchy hierarchy;
    private final JsonTypes types;

    public JsonValues(TypeHierarchy hierarchy) {
        this.hierarchy = hierarchy;
        this.types = new JsonTypes(hierarchy);
    }

    public Optional<JsonProblem> problem(Type value) {
        return problem(TypeBindings.known(value), 0, new HashSet<>());
    }

    private Optional<JsonProblem> problem(Type type, int depth, Set<Type> seen) {
        if (type.kind() == Type.Kind.PRIMITIVE || depth > DEEPEST || !seen.add(type)) {
            return Optional.empty();
        }
        Optional<JsonProblem> own = type.kind() == Type.Kind.ARRAY ? Optional.empty() : types.problem(type);
        return own.or(() -> parts(type).map(TypeBindings::known).flatMap(part -> problem(part, depth + 1, seen).stream())
                .findFirst());
    }

    private Stream<Type> parts(Type whole) {
        if (whole.kind() == Type.Kind.ARRAY) {
            return Stream.of(whole.asArrayType().constituent());
        }
        Stream<Type> arguments = whole.kind() == Type.Kind.PARAMETERIZED_TYPE
                ? whole.asParameterizedType().arguments().stream()
                : Stream.empty();
        return Stream.concat(arguments, hierarchy.of(whole).stream().flatMap(JsonValues::fields));
    }

    private static Stream<Type> fields(BoundClass clazz) {
        ClassInfo info = clazz.info();
        if (info.name().toString().startsWith("java.") || info.isEnum()) {
            return Stream.empty();
        }
        return info.fields().stream().filter(JsonValues::isWritten).map(field -> clazz.bindings().apply(field.type()));
    }

    private static boolean isWritten(FieldInfo field) {
        return !Modifier.isStatic(field.flags()) && !Modifier.isTransient(field.flags()) && !field.isSynthetic()
                && !field.hasDeclaredAnnotation(IGNORE)
                && field.declaringClass().methods().stream()
                        .noneMatch(getter -> getter.name().equalsIgnoreCase("get" + field.name())
                                && getter.hasDeclaredAnnotation(IGNORE));
    }
}
