package io.quarkiverse.usecache.deployment.scan;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.context.SessionScoped;

import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.Type;

import io.quarkiverse.usecache.deployment.jandex.Names;
import io.quarkiverse.usecache.deployment.jandex.Place;
import io.quarkus.arc.processor.BeanInfo;
import io.quarkus.arc.processor.BeanResolver;
import io.quarkus.arc.processor.BeanStream;
import io.quarkus.arc.processor.InjectionPointInfo;

/**
 * What ArC found.
 *
 * @param index the classes ArC looks at; any other class of the class path is computed
 * @param annotations the annotation with a name, after all transformations, or {@code null}
 */
public record BeanModel(IndexView index, Collection<BeanInfo> beans, BeanResolver resolver,
        BiFunction<AnnotationTarget, DotName, AnnotationInstance> annotations) {

    private static final Set<DotName> REQUEST_SCOPES = Set.of(DotName.createSimple(RequestScoped.class),
            DotName.createSimple(SessionScoped.class));
    private static final DotName APPLICATION = DotName.createSimple(ApplicationScoped.class);

    /** The classes of the beans, by name. */
    List<ClassInfo> classes() {
        Map<DotName, ClassInfo> classes = new LinkedHashMap<>();
        stream().classBeans().stream().map(bean -> bean.getImplClazz())
                .forEach(type -> classes.putIfAbsent(type.name(), type));
        return classes.values().stream().sorted(Comparator.comparing(ClassInfo::name)).toList();
    }

    /**
     * The caches that the application names, in classes too that are beans in another build alone; and whatever the code says
     * that may name caches by itself.
     */
    Set<String> namedCaches() {
        Stream<String> byAnnotations = index.getAnnotations(Names.USE_CACHE).stream().map(AnnotationInstance::value)
                .filter(Objects::nonNull).map(AnnotationValue::asString);
        Stream<String> byCode = index.getKnownUsers(Names.TAG_CACHE).stream()
                .flatMap(user -> StringConstants.of(user.name()).stream());
        return Stream.concat(byAnnotations, byCode).collect(Collectors.toSet());
    }

    AnnotationInstance annotation(AnnotationTarget target, DotName name) {
        return annotations.apply(target, name);
    }

    /** The beans with a type, described. */
    List<String> beansOfType(DotName type) {
        return stream().withBeanType(type).stream().map(BeanModel::label).sorted().toList();
    }

    /** Whether a bean with a type has a normal scope, so that what is injected is a client proxy. */
    boolean isProxied(DotName type) {
        return stream().withBeanType(type).stream().anyMatch(bean -> bean.getScope().isNormal());
    }

    /** Whether the beans of a class end with nothing that a call is part of, such as a request or a session. */
    boolean outlivesCalls(DotName beanClass) {
        return stream().withBeanClass(beanClass).stream().filter(BeanInfo::isClassBean)
                .allMatch(bean -> !bean.getScope().isNormal() || bean.getScope().getDotName().equals(APPLICATION));
    }

    private static String label(BeanInfo bean) {
        return bean.isClassBean() ? bean.getBeanClass().toString() : Place.of(bean.getTarget().orElseThrow());
    }

    /** The types that the beans of a class inject. */
    Set<Type> injectedTypes(DotName beanClass) {
        return injectionPoints(beanClass).map(InjectionPointInfo::getType).collect(Collectors.toSet());
    }

    /** The types that the beans of a class inject and whose beans live as long as a request or a session. */
    Set<Type> injectedOfRequest(DotName beanClass) {
        return injectionPoints(beanClass).filter(this::isOfRequest).map(InjectionPointInfo::getRequiredType)
                .collect(Collectors.toSet());
    }

    private Stream<InjectionPointInfo> injectionPoints(DotName beanClass) {
        return stream().withBeanClass(beanClass).stream().filter(BeanInfo::isClassBean)
                .flatMap(bean -> bean.getAllInjectionPoints().stream());
    }

    private boolean isOfRequest(InjectionPointInfo point) {
        return beans.stream().filter(bean -> REQUEST_SCOPES.contains(bean.getScope().getDotName()))
                .anyMatch(bean -> resolver.matches(bean, point.getRequiredType(), point.getRequiredQualifiers()));
    }

    private BeanStream stream() {
        return new BeanStream(beans);
    }
}
