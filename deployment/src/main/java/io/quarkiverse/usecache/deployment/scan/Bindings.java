package io.quarkiverse.usecache.deployment.scan;

import java.lang.reflect.Modifier;

import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.AnnotationTransformation;
import org.jboss.jandex.AnnotationTransformation.TransformationContext;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;

import io.quarkiverse.usecache.deployment.check.Cacheability;
import io.quarkiverse.usecache.deployment.jandex.Kotlin;
import io.quarkiverse.usecache.deployment.jandex.Names;
import io.quarkiverse.usecache.deployment.jandex.ReturnType;
import io.quarkiverse.usecache.deployment.jandex.TypeHierarchy;
import io.quarkiverse.usecache.runtime.intercept.binding.RevalidatesTags;
import io.quarkiverse.usecache.runtime.intercept.binding.TagsCaller;

/**
 * Binds the interceptors: the annotations with members, and those that depend on others, are no interceptor bindings
 * themselves. Private methods get no binding, and lose theirs, so that the validation reports them and not ArC; so do what
 * the compiler has copied annotations to.
 */
public final class Bindings implements AnnotationTransformation {

    private final TypeHierarchy hierarchy;
    private final Cacheability cacheability;

    public Bindings(IndexView index) {
        this.hierarchy = new TypeHierarchy(index);
        this.cacheability = new Cacheability(hierarchy);
    }

    @Override
    public boolean supports(AnnotationTarget.Kind kind) {
        return kind == AnnotationTarget.Kind.METHOD;
    }

    @Override
    public void apply(TransformationContext context) {
        MethodInfo method = context.declaration().asMethod();
        if (Modifier.isPrivate(method.flags()) || Modifier.isStatic(method.flags()) && Kotlin.isCopy(method)) {
            context.remove(annotation -> annotation.name().equals(Names.USE_CACHE));
            return;
        }
        if (has(context, Names.REVALIDATE_TAG, Names.REVALIDATE_TAGS)) {
            context.add(RevalidatesTags.class);
        }
        if (has(context, Names.CACHE_TAG, Names.CACHE_TAGS) && !isCached(context, method)) {
            context.add(TagsCaller.class);
        }
    }

    private static boolean has(TransformationContext context, DotName one, DotName several) {
        return context.hasAnnotation(one) || context.hasAnnotation(several);
    }

    // Where a subclass decides otherwise, the interceptor finds no descriptor and proceeds.
    private boolean isCached(TransformationContext context, MethodInfo method) {
        boolean fromClass = !Modifier.isStatic(method.flags()) && !context.hasAnnotation(Names.NO_CLASS_INTERCEPTORS)
                && isCachedClass(method.declaringClass()) && cacheability.allows(ReturnType.of(method));
        return fromClass || context.hasAnnotation(Names.USE_CACHE);
    }

    private boolean isCachedClass(ClassInfo declaring) {
        return hierarchy.classes(declaring).stream().anyMatch(type -> type.hasDeclaredAnnotation(Names.USE_CACHE));
    }
}
