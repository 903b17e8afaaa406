package io.quarkiverse.usecache.deployment.check;

import java.util.Set;
import java.util.stream.Collectors;

import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;

import io.quarkiverse.usecache.deployment.jandex.Names;
import io.quarkiverse.usecache.deployment.jandex.TypeHierarchy;

/**
 * Classes that are beans in another build: what excludes them from this one is meant, be it an annotation such as
 * {@code @IfBuildProfile}, an alternative that is not selected, or the configuration.
 */
final class ExcludedBeans {

    private static final Set<DotName> MEANT_AS_BEAN = Names.of("io.quarkus.arc.profile.IfBuildProfile",
            "io.quarkus.arc.profile.UnlessBuildProfile", "io.quarkus.arc.properties.IfBuildProperty",
            "io.quarkus.arc.properties.UnlessBuildProperty", "jakarta.enterprise.context.ApplicationScoped",
            "jakarta.enterprise.context.Dependent", "jakarta.enterprise.context.RequestScoped",
            "jakarta.enterprise.context.SessionScoped", "jakarta.enterprise.inject.Alternative", "jakarta.inject.Singleton",
            "jakarta.ws.rs.Path");

    private final Set<DotName> names;

    ExcludedBeans(IndexView index, TypeHierarchy hierarchy, ReachedMethods reached) {
        this.names = MEANT_AS_BEAN.stream().flatMap(name -> index.getAnnotations(name).stream())
                .map(AnnotationInstance::target).filter(target -> target.kind() == AnnotationTarget.Kind.CLASS)
                .map(AnnotationTarget::asClass).filter(type -> !type.isInterface() && !reached.isBean(type))
                .flatMap(type -> hierarchy.classes(type).stream()).map(ClassInfo::name).collect(Collectors.toSet());
    }

    /** Whether a bean that is excluded is of the class, or of one that extends it. */
    boolean include(ClassInfo type) {
        return names.contains(type.name());
    }
}
