package io.quarkiverse.usecache.deployment.jandex;

import java.util.LinkedHashSet;
import java.util.Set;

import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;

/** The classes and interfaces that a class is assignable to. */
public final class Supertypes {

    private Supertypes() {
    }

    /** The class itself first, then its supertypes as far as they are known. */
    public static Set<DotName> of(DotName name, IndexView index) {
        Set<DotName> all = new LinkedHashSet<>();
        collect(name, index, all);
        return all;
    }

    private static void collect(DotName name, IndexView index, Set<DotName> all) {
        ClassInfo type = all.add(name) ? index.getClassByName(name) : null;
        if (type == null) {
            return;
        }
        if (type.superName() != null) {
            collect(type.superName(), index, all);
        }
        type.interfaceNames().forEach(parent -> collect(parent, index, all));
    }
}
