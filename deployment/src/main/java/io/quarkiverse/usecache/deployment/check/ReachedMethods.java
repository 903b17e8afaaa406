package io.quarkiverse.usecache.deployment.check;

import java.util.HashSet;
import java.util.Set;

import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.MethodInfo;

import io.quarkiverse.usecache.deployment.jandex.MethodSite;

/** The methods that a bean has or that are static, so that annotations on them can act. */
public final class ReachedMethods {

    private final Set<MethodInfo> intercepted = new HashSet<>();
    private final Set<MethodInfo> underUseCache = new HashSet<>();
    private final Set<DotName> beanClasses = new HashSet<>();
    private final Set<DotName> cachedClasses = new HashSet<>();

    public void add(MethodSite site) {
        intercepted.addAll(site.written());
        site.classes().forEach(type -> beanClasses.add(type.name()));
        if (site.useCache() != null) {
            underUseCache.addAll(site.written());
            site.classes().forEach(type -> cachedClasses.add(type.name()));
        }
    }

    /** Whether the class, or a class that extends it, is a bean. */
    boolean isBean(ClassInfo type) {
        return beanClasses.contains(type.name());
    }

    /** Whether a method of the class, or of a class that extends it, is cached. */
    boolean hasCachedMethods(ClassInfo type) {
        return cachedClasses.contains(type.name());
    }

    boolean isReached(MethodInfo method) {
        return intercepted.contains(method);
    }

    /** Whether the method is cached somewhere, or would be without a mistake. */
    boolean isUnderUseCache(MethodInfo method) {
        return underUseCache.contains(method);
    }
}
