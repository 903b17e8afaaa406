package io.quarkiverse.usecache.deployment.property;

import java.util.List;
import java.util.Set;

import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.FieldInfo;
import org.jboss.jandex.MethodInfo;
import org.jboss.jandex.ParameterizedType;
import org.jboss.jandex.RecordComponentInfo;
import org.jboss.jandex.Type;

import io.quarkiverse.usecache.deployment.jandex.BoundClass;
import io.quarkiverse.usecache.deployment.jandex.Names;
import io.quarkiverse.usecache.runtime.template.TagTemplate.Member;

/** Makes a property of each kind of member. */
final class PropertyMembers {

    private static final Set<DotName> ENTITY_ANNOTATIONS = Set.of(
            DotName.createSimple("jakarta.persistence.Entity"),
            DotName.createSimple("jakarta.persistence.MappedSuperclass"),
            DotName.createSimple("jakarta.persistence.Embeddable"));

    private PropertyMembers() {
    }

    static Property component(BoundClass clazz, RecordComponentInfo component) {
        return property(clazz, method(clazz.info(), component.name()), component.type());
    }

    static Property getter(BoundClass clazz, MethodInfo getter) {
        return property(clazz, method(clazz.info(), getter.name()), getter.returnType());
    }

    static Property field(BoundClass clazz, FieldInfo field) {
        Member member = new Member(clazz.info().name().toString(), field.name(), false);
        Type type = clazz.bindings().apply(field.type());
        if (ENTITY_ANNOTATIONS.stream().noneMatch(clazz.info()::hasDeclaredAnnotation)) {
            return new Property(member, type, List.of(member));
        }
        return new Property(member, type, List.of(member, method(clazz.info(), GetterName.generatedFor(field))));
    }

    /** The keys of a {@code Map}, whose own name for them is no property. */
    static Property keys(Type key) {
        Member keySet = new Member(Names.MAP.toString(), "keySet", true);
        return new Property(keySet, ParameterizedType.create(Names.SET, key), List.of(keySet));
    }

    private static Property property(BoundClass clazz, Member member, Type declared) {
        return new Property(member, clazz.bindings().apply(declared), List.of(member));
    }

    private static Member method(ClassInfo clazz, String name) {
        return new Member(clazz.name().toString(), name, true);
    }
}
