package io.quarkiverse.usecache.deployment;

import java.util.List;

import org.jboss.jandex.Type;

import io.quarkiverse.usecache.runtime.method.SharedMethods;
import io.quarkus.builder.item.SimpleBuildItem;

/** The methods whose cache is in a shared store; there is none of it if there are no such caches. */
public final class SharedMethodsBuildItem extends SimpleBuildItem {

    private final SharedMethods methods;
    private final List<Type> values;

    SharedMethodsBuildItem(SharedMethods methods, List<Type> values) {
        this.methods = methods;
        this.values = values;
    }

    public SharedMethods methods() {
        return methods;
    }

    /** The classes that parameters have, for reflection: those that are not of the JDK. */
    List<String> parameters() {
        return methods.methods().stream().flatMap(method -> method.id().parameterTypes().stream())
                .map(name -> name.replaceAll("^\\[+L?|;$", "")).filter(name -> name.contains(".") && !name.startsWith("java."))
                .toList();
    }

    /** What is stored, for reflection. */
    List<Type> values() {
        return values;
    }
}
