package io.quarkiverse.usecache.deployment.check;

import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Map;

import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;

import io.quarkiverse.usecache.deployment.jandex.Kotlin;
import io.quarkiverse.usecache.deployment.jandex.Names;
import io.quarkiverse.usecache.deployment.jandex.Place;
import io.quarkiverse.usecache.deployment.jandex.TypeHierarchy;

/** Reports annotations that can never act where they are. */
public final class MisplacedAnnotations {

    private static final String ANNOTATE_IMPLEMENTATION = "Annotate the method that implements it.";

    private static final DotName INTERCEPTOR = DotName.createSimple("jakarta.interceptor.Interceptor");

    private static final Map<DotName, String> INTERCEPTED = Map.of(Names.USE_CACHE, "@UseCache", Names.REVALIDATE_TAG,
            "@RevalidateTag", Names.REVALIDATE_TAGS, "@RevalidateTag", Names.CACHE_TAG, "@CacheTag", Names.CACHE_TAGS,
            "@CacheTag");

    private static final List<DotName> QUARKUS_CACHE = List.of(DotName.createSimple("io.quarkus.cache.CacheResult"),
            DotName.createSimple("io.quarkus.cache.CacheInvalidate"),
            DotName.createSimple("io.quarkus.cache.CacheInvalidate$List"));

    private final IndexView index;
    private final ExcludedBeans excluded;
    private final ReachedMethods reached;
    private final Mistakes mistakes;

    public MisplacedAnnotations(IndexView index, TypeHierarchy hierarchy, ReachedMethods reached, Mistakes mistakes) {
        this.index = index;
        this.excluded = new ExcludedBeans(index, hierarchy, reached);
        this.reached = reached;
        this.mistakes = mistakes;
    }

    public void check() {
        INTERCEPTED.forEach((name, label) -> methods(name).forEach(method -> checkIntercepted(label, method)));
        classes(Names.USE_CACHE).forEach(this::checkCachedClass);
        Map.of(Names.CACHE_LIFE, "@CacheLife", Names.CACHE_TAG, "@CacheTag", Names.CACHE_TAGS, "@CacheTag")
                .forEach((name, label) -> classes(name).forEach(type -> checkCompanion(label, type)));
        methods(Names.CACHE_LIFE).forEach(this::checkLife);
        index.getAnnotations(Names.CACHE_KEY).forEach(this::checkKey);
    }

    // The compiler copies annotations to bridge methods and the like, where nobody wrote them.
    private List<MethodInfo> methods(DotName name) {
        return index.getAnnotations(name).stream().map(AnnotationInstance::target)
                .filter(target -> target != null && target.kind() == AnnotationTarget.Kind.METHOD)
                .map(AnnotationTarget::asMethod).filter(method -> !Kotlin.isCopy(method) && isOfThisBuild(method)).toList();
    }

    private List<ClassInfo> classes(DotName name) {
        return index.getAnnotations(name).stream().map(AnnotationInstance::target)
                .filter(target -> target != null && target.kind() == AnnotationTarget.Kind.CLASS)
                .map(AnnotationTarget::asClass).filter(type -> reached.isBean(type) || !excluded.include(type)).toList();
    }

    private boolean isOfThisBuild(MethodInfo method) {
        return reached.isReached(method) || Modifier.isPrivate(method.flags()) || !excluded.include(method.declaringClass());
    }

    private void checkIntercepted(String label, MethodInfo method) {
        boolean tagOfCached = label.equals("@CacheTag") && reached.isUnderUseCache(method);
        if (Modifier.isPrivate(method.flags())) {
            mistakes.error(label + " cannot act on a private method", Place.of(method),
                    "Make it package-private or wider, or remove the annotation.");
        } else if (Modifier.isStatic(method.flags()) || tagOfCached) {
            return;
        } else if (method.declaringClass().isInterface()) {
            warnOfInterface(label, method);
        } else if (!reached.isReached(method)) {
            warnUnreached(label, method);
        }
    }

    private void warnOfInterface(String label, MethodInfo method) {
        if (!reached.isCopied(method)) {
            mistakes.warn(label + " has no effect on a method of an interface", Place.of(method), ANNOTATE_IMPLEMENTATION);
        }
    }

    private void warnUnreached(String label, MethodInfo method) {
        if (method.isAbstract()) {
            mistakes.warn(label + " has no effect on an abstract method", Place.of(method), ANNOTATE_IMPLEMENTATION);
        } else if (reached.isBean(method.declaringClass())) {
            mistakes.warn(label + " has no effect, because every bean overrides the method", Place.of(method),
                    "Annotate the methods that override it.");
        } else {
            mistakes.warn(label + " has no effect, because the class is no bean", Place.of(method),
                    "Give the class a scope such as @ApplicationScoped, or make the method static.");
        }
    }

    private void checkCachedClass(ClassInfo type) {
        if (type.isAnnotation()) {
            mistakes.error("@UseCache cannot be part of another annotation", Place.of(type),
                    "Annotate the methods to cache, or their class.");
        } else if (reached.isCopied(type)) {
            return;
        } else if (type.isInterface()) {
            mistakes.warn("@UseCache has no effect on an interface", Place.of(type), "Annotate the class that implements it.");
        } else if (!reached.isBean(type) && !type.hasDeclaredAnnotation(INTERCEPTOR)) {
            mistakes.warn("@UseCache has no effect, because the class is no bean", Place.of(type),
                    "Give the class a scope such as @ApplicationScoped.");
        }
    }

    private void checkCompanion(String label, ClassInfo type) {
        if (!reached.hasCachedMethods(type)) {
            mistakes.warn(label + " has no effect, because the class has no cached method", Place.of(type),
                    "Add @UseCache to the methods to cache, or to their class.");
        }
    }

    private void checkLife(MethodInfo method) {
        if (!reached.isUnderUseCache(method)) {
            warnNotCached("@CacheLife", method);
        }
    }

    private void checkKey(AnnotationInstance annotation) {
        if (annotation.target().kind() == AnnotationTarget.Kind.METHOD_PARAMETER) {
            MethodInfo method = annotation.target().asMethodParameter().method();
            boolean ofQuarkusCache = QUARKUS_CACHE.stream().anyMatch(method::hasDeclaredAnnotation);
            if (!ofQuarkusCache && !Kotlin.isCopy(method) && isOfThisBuild(method) && !reached.isUnderUseCache(method)) {
                warnNotCached("@CacheKey", method);
            }
        }
    }

    private void warnNotCached(String label, MethodInfo method) {
        if (!method.hasDeclaredAnnotation(Names.USE_CACHE)) {
            mistakes.warn(label + " has no effect on a method that is not cached", Place.of(method),
                    "Add @UseCache, or remove it.");
        }
    }
}
