package io.quarkiverse.usecache.deployment.scan;

import java.lang.reflect.Modifier;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.MethodInfo;
import org.jboss.jandex.Type;

import io.quarkiverse.usecache.deployment.check.CachedClasses;
import io.quarkiverse.usecache.deployment.check.IdentityInjection;
import io.quarkiverse.usecache.deployment.check.ReachedMethods;
import io.quarkiverse.usecache.deployment.check.RequestInjection;
import io.quarkiverse.usecache.deployment.check.SuspendFunctions;
import io.quarkiverse.usecache.deployment.jandex.Kotlin;
import io.quarkiverse.usecache.deployment.jandex.MethodSite;
import io.quarkiverse.usecache.deployment.jandex.Names;
import io.quarkiverse.usecache.deployment.jandex.Place;
import io.quarkiverse.usecache.deployment.jandex.TypeHierarchy;
import io.quarkiverse.usecache.deployment.read.CachedMethodReader;
import io.quarkiverse.usecache.deployment.read.RevalidationReader;
import io.quarkiverse.usecache.deployment.read.TagReader;
import io.quarkiverse.usecache.runtime.method.CachedMethodDescriptor;
import io.quarkiverse.usecache.runtime.method.MethodCatalog;
import io.quarkiverse.usecache.runtime.method.MethodId;
import io.quarkiverse.usecache.runtime.method.TaggingMethodDescriptor;
import io.quarkiverse.usecache.runtime.template.TagTemplate;

/** Goes through every method that can be intercepted and describes those that have the extension's annotations. */
final class MethodScan {

    private static final List<DotName> METHOD_BINDINGS = List.of(Names.USE_CACHE, Names.CACHE_TAG, Names.CACHE_TAGS,
            Names.REVALIDATE_TAG, Names.REVALIDATE_TAGS);

    private final BeanModel beans;
    private final TypeHierarchy hierarchy;
    private final CachedMethodReader cachedMethods;
    private final RevalidationReader revalidations;
    private final TagReader tags;
    private final IdentityInjection identity;
    private final CachedClasses classes;
    private final RequestInjection request;
    private final SuspendFunctions suspended;
    private final FoundMethods found = new FoundMethods();
    private final ReachedMethods reached = new ReachedMethods();

    MethodScan(BeanModel beans, TypeHierarchy hierarchy, CachedMethodReader cachedMethods, RevalidationReader revalidations,
            TagReader tags,
            IdentityInjection identity, RequestInjection request, CachedClasses classes, SuspendFunctions suspended) {
        this.beans = beans;
        this.hierarchy = hierarchy;
        this.cachedMethods = cachedMethods;
        this.revalidations = revalidations;
        this.tags = tags;
        this.identity = identity;
        this.request = request;
        this.classes = classes;
        this.suspended = suspended;
    }

    MethodCatalog run() {
        beans.classes().forEach(this::describeBean);
        staticMethods().forEach(method -> describe(method.declaringClass(), method));
        return found.catalog(beans.namedCaches());
    }

    /** The types of what the cached methods return. */
    Map<MethodId, Type> values() {
        return found.values();
    }

    /** The methods that have been described, or looked at in vain. */
    ReachedMethods reached() {
        return reached;
    }

    private void describeBean(ClassInfo beanClass) {
        InterceptableMethods.of(beanClass, beans.index()).forEach(method -> describe(beanClass, method));
    }

    private Stream<MethodInfo> staticMethods() {
        return METHOD_BINDINGS.stream().flatMap(name -> beans.index().getAnnotations(name).stream())
                .filter(annotation -> annotation.target() != null && annotation.target().kind() == AnnotationTarget.Kind.METHOD)
                .map(annotation -> annotation.target().asMethod()).distinct()
                .filter(method -> Modifier.isStatic(method.flags()) && !Modifier.isPrivate(method.flags())
                        && !Kotlin.isCopy(method))
                .sorted(Comparator.comparing(Place::of));
    }

    private void describe(ClassInfo receiver, MethodInfo method) {
        MethodSite site = new MethodSite(receiver, method, hierarchy, beans::annotation);
        CachedMethodDescriptor cached = site.useCache() == null ? null : cachedMethods.read(site);
        reached.add(site);
        if (cached != null) {
            found.add(cached, site.returns().item());
            suspended.check(site);
            identity.check(site, cached);
            request.check(site, cached);
            classes.check(site);
        } else {
            describeTagging(site);
        }
        if (site.ownBinding(Names.REVALIDATE_TAG) != null || site.ownBinding(Names.REVALIDATE_TAGS) != null) {
            found.add(revalidations.read(site));
            suspended.check(site);
        }
    }

    private void describeTagging(MethodSite site) {
        if (site.ownBinding(Names.CACHE_TAG) == null && site.ownBinding(Names.CACHE_TAGS) == null) {
            return;
        }
        List<TagTemplate> templates = tags.ofTagging(site);
        suspended.check(site);
        found.add(new TaggingMethodDescriptor(site.id(), site.returns().kind(), templates));
    }
}
