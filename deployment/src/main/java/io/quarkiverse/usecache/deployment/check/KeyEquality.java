package io.quarkiverse.usecache.deployment.check;

import static io.quarkiverse.usecache.deployment.jandex.TypeBindings.known;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

import org.jboss.jandex.DotName;
import org.jboss.jandex.Type;

import io.quarkiverse.usecache.deployment.jandex.MethodSite;
import io.quarkiverse.usecache.deployment.jandex.Names;
import io.quarkiverse.usecache.deployment.jandex.ObjectMethods;
import io.quarkiverse.usecache.deployment.jandex.Place;
import io.quarkiverse.usecache.deployment.jandex.TypeHierarchy;
import io.quarkiverse.usecache.deployment.jandex.ValueParts;

/** Warns of arguments that never equal those of another call, so that a method would not be cached in effect. */
public final class KeyEquality {

    private static final Set<DotName> FUNCTIONS = Names.of("java.lang.Runnable", "java.util.Comparator",
            "java.util.concurrent.Callable");
    private static final Type OBJECT = Type.create(DotName.OBJECT_NAME, Type.Kind.CLASS);

    private final TypeHierarchy hierarchy;
    private final ObjectMethods methods;
    private final ValueParts parts;
    private final Mistakes mistakes;

    public KeyEquality(TypeHierarchy hierarchy, Mistakes mistakes) {
        this.hierarchy = hierarchy;
        this.methods = new ObjectMethods(hierarchy);
        this.parts = new ValueParts(hierarchy);
        this.mistakes = mistakes;
    }

    public void check(MethodSite site, int position) {
        find(site.parameterTypes().get(position), false, new HashSet<>()).ifPresent(found -> mistakes.warn(
                "The parameter " + Place.parameter(site.parameterName(position), position) + " is part of the key, but "
                        + found.what() + ", so that no two calls share an entry",
                site.place(), found.remedy() + ", mark the parameters that matter with @CacheKey, or name a keyGenerator."));
    }

    // Arguments that are arrays are compared by content, whatever their dimensions; arrays in other values are not.
    private Optional<Unequal> find(Type declared, boolean inside, Set<Type> seen) {
        Type type = known(declared);
        if (!seen.add(type)) {
            return Optional.empty();
        }
        if (type.kind() == Type.Kind.ARRAY) {
            return inside ? Optional.of(Unequal.array(type)) : find(type.asArrayType().constituent(), false, seen);
        }
        return itself(type, inside)
                .or(() -> parts.of(type, "equals", OBJECT).flatMap(part -> find(part, true, seen).stream()).findFirst());
    }

    private Optional<Unequal> itself(Type type, boolean inside) {
        if (methods.haveNoEquality(type) && !isOfCall(type)) {
            return Optional.of(Unequal.ofClass(type, inside));
        }
        return isOfCall(type) ? Optional.of(Unequal.ofCall(type, inside)) : Optional.empty();
    }

    private boolean isOfCall(Type type) {
        return Uncacheable.of(type, hierarchy) != null && !methods.haveEquality(type)
                || IdentityInjection.isOfRequest(type.name())
                || FUNCTIONS.contains(type.name()) || type.name().toString().startsWith("java.util.function.")
                || type.name().toString().startsWith("kotlin.jvm.functions.");
    }

    /**
     * Why a value equals itself only.
     *
     * @param remedy the beginning of a sentence
     */
    private record Unequal(String what, String remedy) {

        static Unequal array(Type array) {
            return new Unequal("the " + Place.simpleName(array) + " in it equals only itself",
                    "Use a List instead of the array");
        }

        static Unequal ofClass(Type type, boolean inside) {
            return new Unequal(type.name() + (inside ? " in it" : "") + " overrides neither equals nor hashCode",
                    "Override both");
        }

        static Unequal ofCall(Type type, boolean inside) {
            String name = Place.simpleName(type);
            return new Unequal((inside ? "the " + name + " in it" : Place.withArticle(name)) + " equals only itself",
                    "Pass what the value depends on instead");
        }
    }
}
