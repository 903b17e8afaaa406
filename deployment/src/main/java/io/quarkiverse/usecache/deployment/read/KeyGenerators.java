package io.quarkiverse.usecache.deployment.read;

import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;

import io.quarkiverse.usecache.deployment.check.Mistakes;

/** The key generators in use: beans, and other classes that can be instantiated. */
public final class KeyGenerators {

    private final IndexView index;
    private final Function<DotName, List<String>> beansOfType;
    private final Mistakes mistakes;
    private final Set<DotName> beans = new TreeSet<>();
    private final Set<String> plainClasses = new TreeSet<>();

    public KeyGenerators(IndexView index, Function<DotName, List<String>> beansOfType, Mistakes mistakes) {
        this.index = index;
        this.beansOfType = beansOfType;
        this.mistakes = mistakes;
    }

    /** The types whose beans are key generators. */
    public Set<DotName> beans() {
        return beans;
    }

    /** The classes that are no beans and are instantiated. */
    public Set<String> plainClasses() {
        return plainClasses;
    }

    /** Checks that there is one way to get a generator of the class. */
    Class<?> require(DotName name, String place) {
        List<String> candidates = beansOfType.apply(name);
        if (candidates.size() > 1) {
            mistakes.error("The keyGenerator " + name + " is " + candidates.size() + " beans " + new ArrayList<>(candidates),
                    place, "Name the class of one of them.");
        } else if (candidates.size() == 1) {
            beans.add(name);
        } else {
            requireInstantiable(name, place);
        }
        return load(name);
    }

    private void requireInstantiable(DotName name, String place) {
        ClassInfo type = index.getClassByName(name);
        if (type == null || !isInstantiable(type)) {
            mistakes.error(
                    "The keyGenerator " + name + " is neither a bean nor a public class with a public constructor without"
                            + " parameters",
                    place, "Give it a scope such as @ApplicationScoped, or such a constructor.");
        } else {
            plainClasses.add(name.toString());
        }
    }

    private static boolean isInstantiable(ClassInfo type) {
        MethodInfo constructor = type.method("<init>");
        boolean inner = type.enclosingClass() != null && !Modifier.isStatic(type.flags());
        return !type.isAbstract() && !inner && Modifier.isPublic(type.flags()) && constructor != null
                && Modifier.isPublic(constructor.flags());
    }

    private static Class<?> load(DotName name) {
        try {
            return Class.forName(name.toString(), false, Thread.currentThread().getContextClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("The key generator " + name + " is not on the class path.", e);
        }
    }
}
