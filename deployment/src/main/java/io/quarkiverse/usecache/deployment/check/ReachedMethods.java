package io.quarkiverse.usecache.deployment.check;

import java.util.HashSet;
import java.util.List;
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
    private final Set<MethodInfo> copiedMethods = new HashSet<>();
    private final Set<DotName> copiedInterfaces = new HashSet<>();

    public void add(MethodSite site) {
        List<MethodInfo> copied = site.copies().of(site.method());
        intercepted.add(site.method());
        intercepted.addAll(site.written());
        copiedMethods.addAll(copied);
        site.classes().forEach(type -> beanClasses.add(type.name()));
        site.copies().types().forEach(type -> copiedInterfaces.add(type.name()));
        if (site.useCache() != null) {
            underUseCache.add(site.method());
            underUseCache.addAll(site.written());
            underUseCache.addAll(copied);
            site.classes().forEach(type -> cachedClasses.add(type.name()));
            site.copies().types().forEach(type -> cachedClasses.add(type.name()));
        }
    }

    /** Whether a bean has the annotations of the interface, or of the method of an interface, as well. */
    boolean isCopied(ClassInfo type) {
        return copiedInterfaces.contains(type.name());
    }

    boolean isCopied(MethodInfo method) {
        return copiedMethods.contains(method);
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
