package io.quarkiverse.usecache.deployment.scan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.MethodInfo;

import io.quarkiverse.usecache.runtime.method.CachedMethodDescriptor;
import io.quarkiverse.usecache.runtime.method.MethodCatalog;
import io.quarkiverse.usecache.runtime.method.RevalidatingMethodDescriptor;
import io.quarkiverse.usecache.runtime.method.TaggingMethodDescriptor;

/** What the scan has found so far. */
final class FoundMethods {

    private final List<CachedMethodDescriptor> cached = new ArrayList<>();
    private final List<RevalidatingMethodDescriptor> revalidating = new ArrayList<>();
    private final List<TaggingMethodDescriptor> tagging = new ArrayList<>();
    private final Set<MethodInfo> intercepted = new HashSet<>();
    private final Set<MethodInfo> underUseCache = new HashSet<>();
    private final Set<DotName> beanClasses = new HashSet<>();
    private final Set<DotName> cachedClasses = new HashSet<>();

    void add(CachedMethodDescriptor descriptor) {
        cached.add(descriptor);
    }

    void add(RevalidatingMethodDescriptor descriptor) {
        revalidating.add(descriptor);
    }

    void add(TaggingMethodDescriptor descriptor) {
        tagging.add(descriptor);
    }

    /** Notes a method that a bean has or that is static, so that annotations on it can act. */
    void reached(MethodSite site) {
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

    MethodCatalog catalog() {
        return new MethodCatalog(List.copyOf(cached), List.copyOf(revalidating), List.copyOf(tagging));
    }
}
