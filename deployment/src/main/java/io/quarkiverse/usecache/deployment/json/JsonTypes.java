package io.quarkiverse.usecache.deployment.json;

import java.lang.reflect.Modifier;
import java.util.Optional;
import java.util.Set;

import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.MethodInfo;
import org.jboss.jandex.Type;

import io.quarkiverse.usecache.deployment.jandex.Names;
import io.quarkiverse.usecache.deployment.jandex.Place;
import io.quarkiverse.usecache.deployment.jandex.TypeHierarchy;

/** What Jackson makes of one class. */
final class JsonTypes {

    private static final String ANNOTATIONS = "com.fasterxml.jackson.annotation.";
    private static final DotName TYPE_INFO = DotName.createSimple(ANNOTATIONS + "JsonTypeInfo");
    private static final DotName SUBTYPES = DotName.createSimple(ANNOTATIONS + "JsonSubTypes");
    private static final DotName CREATOR = DotName.createSimple(ANNOTATIONS + "JsonCreator");
    private static final DotName DESERIALIZE = DotName
            .createSimple("com.fasterxml.jackson.databind.annotation.JsonDeserialize");
    private static final Set<String> BY_CLASS_NAME = Set.of("CLASS", "MINIMAL_CLASS");

    /** Those that Jackson has a class for, though they are abstract, and their own parts aside. */
    private static final Set<DotName> KNOWN = Names.of("java.util.Collection", "java.util.List", "java.util.Set",
            "java.util.SortedSet", "java.util.NavigableSet", "java.util.Queue", "java.util.Deque", "java.lang.Iterable",
            "java.util.Map", "java.util.SortedMap", "java.util.NavigableMap", "java.util.concurrent.ConcurrentMap",
            "java.util.Map$Entry", "java.util.Optional", "java.lang.Number", "java.lang.CharSequence", "java.time.ZoneId",
            "java.util.Calendar", "java.util.TimeZone", "java.nio.file.Path", "java.nio.ByteBuffer", "java.net.InetAddress",
            "com.fasterxml.jackson.databind.JsonNode");

    private static final Set<DotName> UNKNOWN = Names.of("java.lang.Thread", "java.lang.ThreadLocal", "java.lang.ClassLoader",
            "java.lang.Throwable", "java.lang.ref.Reference", "java.io.OutputStream", "java.io.Writer",
            "java.util.concurrent.locks.Lock");

    private final TypeHierarchy hierarchy;

    JsonTypes(TypeHierarchy hierarchy) {
        this.hierarchy = hierarchy;
    }

    /** Why JSON cannot carry values of the class itself, whatever is in them. */
    Optional<JsonProblem> problem(Type type) {
        if (KNOWN.contains(type.name())) {
            return Optional.empty();
        }
        if (type.name().equals(DotName.OBJECT_NAME)) {
            return problem("Object says nothing of what comes back", "Declare the type that is returned");
        }
        if (hierarchy.names(type).anyMatch(UNKNOWN::contains)) {
            return problem(Place.simpleName(type) + " belongs to one JVM", "Leave it out of the value");
        }
        Optional<ClassInfo> info = hierarchy.of(type).stream().findFirst().map(each -> each.info());
        return info.flatMap(each -> isOfJdk(each) && !each.isInterface() ? Optional.empty() : problem(type, each));
    }

    private Optional<JsonProblem> problem(Type type, ClassInfo info) {
        AnnotationInstance typeInfo = info.declaredAnnotation(TYPE_INFO);
        if (typeInfo != null && byClassName(typeInfo)) {
            return problem("@JsonTypeInfo of " + Place.simpleName(type) + " lets JSON name the class to make",
                    "Use Id.NAME, and name the subtypes with @JsonSubTypes");
        }
        if (info.hasDeclaredAnnotation(DESERIALIZE) || typeInfo != null || hasCreator(info)) {
            return Optional.empty();
        }
        if (info.isInterface() || info.isAbstract()) {
            return problem(Place.simpleName(type) + " is abstract, and JSON does not tell which class it was",
                    info.hasDeclaredAnnotation(SUBTYPES) ? "Add @JsonTypeInfo(use = Id.NAME) to it"
                            : "Add @JsonTypeInfo(use = Id.NAME) and @JsonSubTypes to it, or declare the class");
        }
        return isMadeOfNothing(info) ? Optional.empty()
                : problem(Place.simpleName(type) + " cannot be made from JSON",
                        "Make it a record, or give it a constructor without parameters or one with @JsonCreator");
    }

    private static Optional<JsonProblem> problem(String what, String remedy) {
        return Optional.of(new JsonProblem(what, remedy));
    }

    private static boolean byClassName(AnnotationInstance typeInfo) {
        AnnotationValue use = typeInfo.value("use");
        return use != null && BY_CLASS_NAME.contains(use.asEnum());
    }

    private static boolean hasCreator(ClassInfo info) {
        return info.methods().stream().anyMatch(method -> method.hasDeclaredAnnotation(CREATOR));
    }

    /** A constructor with parameters counts too if it is the only one: Jackson uses the names of its parameters. */
    private static boolean isMadeOfNothing(ClassInfo info) {
        if (info.isRecord() || info.isEnum()) {
            return true;
        }
        boolean isInner = info.enclosingClass() != null && !Modifier.isStatic(info.flags());
        return !isInner
                && (info.constructors().size() == 1 || info.constructors().stream().map(MethodInfo::parametersCount)
                        .anyMatch(count -> count == 0));
    }

    private static boolean isOfJdk(ClassInfo info) {
        return info.name().toString().startsWith("java.");
    }
}
