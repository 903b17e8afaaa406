package io.quarkiverse.usecache.deployment.property;

import java.lang.reflect.Modifier;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.jboss.jandex.DotName;
import org.jboss.jandex.FieldInfo;
import org.jboss.jandex.MethodInfo;
import org.jboss.jandex.RecordComponentInfo;
import org.jboss.jandex.Type;

import io.quarkiverse.usecache.deployment.jandex.BoundClass;
import io.quarkiverse.usecache.deployment.jandex.TypeHierarchy;

/** Finds what a template can read of a type: record components, getters, public fields, the nearest class first. */
public final class Properties {

    private static final DotName OBJECT = DotName.OBJECT_NAME;

    private final TypeHierarchy hierarchy;
    private final Elements elements;

    public Properties(TypeHierarchy hierarchy) {
        this.hierarchy = hierarchy;
        this.elements = new Elements(hierarchy);
    }

    /** The properties by name, in the order of their names. */
    public Map<String, Property> of(Type type) {
        Map<String, Property> found = new TreeMap<>();
        for (BoundClass clazz : hierarchy.of(type)) {
            if (!clazz.info().name().equals(OBJECT)) {
                addComponents(clazz, found);
                addGetters(clazz, found);
                addFields(clazz, found);
            }
        }
        elements.keys(type).ifPresent(key -> found.putIfAbsent("keys", PropertyMembers.keys(key)));
        return found;
    }

    /** Says what the type has instead of the property asked for. */
    public String remedyForMissing(Type type) {
        if (type.name().equals(OBJECT)) {
            return "No more is known of the type: declare a more precise one.";
        }
        Set<String> names = of(type).keySet();
        if (!names.isEmpty()) {
            return "Available: " + String.join(", ", names) + ".";
        }
        return type.kind() == Type.Kind.CLASS && hierarchy.of(type).isEmpty()
                ? "Its class is not found: put it on the class path of the build."
                : "It has no properties.";
    }

    private static void addComponents(BoundClass clazz, Map<String, Property> found) {
        for (RecordComponentInfo component : clazz.info().recordComponents()) {
            found.putIfAbsent(component.name(), PropertyMembers.component(clazz, component));
        }
    }

    private static void addGetters(BoundClass clazz, Map<String, Property> found) {
        for (MethodInfo method : clazz.info().methods()) {
            GetterName.propertyOf(method)
                    .ifPresent(name -> found.putIfAbsent(name, PropertyMembers.getter(clazz, method)));
        }
    }

    private static void addFields(BoundClass clazz, Map<String, Property> found) {
        for (FieldInfo field : clazz.info().fields()) {
            if (Modifier.isPublic(field.flags()) && !Modifier.isStatic(field.flags())) {
                found.putIfAbsent(field.name(), PropertyMembers.field(clazz, field));
            }
        }
    }
}
