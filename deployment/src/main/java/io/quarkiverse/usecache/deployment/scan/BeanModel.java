package io.quarkiverse.usecache.deployment.scan;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.Type;

import io.quarkiverse.usecache.deployment.jandex.Place;
import io.quarkus.arc.deployment.BeanDiscoveryFinishedBuildItem;
import io.quarkus.arc.deployment.TransformedAnnotationsBuildItem;
import io.quarkus.arc.processor.BeanInfo;
import io.quarkus.arc.processor.InjectionPointInfo;

/**
 * What ArC found.
 *
 * @param index the classes ArC looks at; any other class of the class path is computed
 */
public record BeanModel(IndexView index, BeanDiscoveryFinishedBuildItem discovery,
        TransformedAnnotationsBuildItem annotations) {

    /** The classes of the beans, by name. */
    List<ClassInfo> classes() {
        Map<DotName, ClassInfo> classes = new LinkedHashMap<>();
        discovery.beanStream().classBeans().stream().map(bean -> bean.getImplClazz())
                .forEach(type -> classes.putIfAbsent(type.name(), type));
        return classes.values().stream().sorted(Comparator.comparing(ClassInfo::name)).toList();
    }

    AnnotationInstance annotation(AnnotationTarget target, DotName name) {
        return annotations.getAnnotation(target, name);
    }

    /** The beans with a type, described. */
    List<String> beansOfType(DotName type) {
        return discovery.beanStream().withBeanType(type).stream().map(BeanModel::label).sorted().toList();
    }

    /** Whether a bean with a type has a normal scope, so that what is injected is a client proxy. */
    boolean isProxied(DotName type) {
        return discovery.beanStream().withBeanType(type).stream().anyMatch(bean -> bean.getScope().isNormal());
    }

    private static String label(BeanInfo bean) {
        return bean.isClassBean() ? bean.getBeanClass().toString() : Place.of(bean.getTarget().orElseThrow());
    }

    /** The types that the beans of a class inject. */
    Set<Type> injectedTypes(DotName beanClass) {
        return discovery.beanStream().withBeanClass(beanClass).stream().filter(BeanInfo::isClassBean)
                .flatMap(bean -> bean.getAllInjectionPoints().stream()).map(InjectionPointInfo::getType)
                .collect(Collectors.toSet());
    }
}
