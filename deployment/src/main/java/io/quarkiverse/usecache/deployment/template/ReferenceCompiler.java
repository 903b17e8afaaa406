package io.quarkiverse.usecache.deployment.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jboss.jandex.Type;

import io.quarkiverse.usecache.deployment.jandex.Names;
import io.quarkiverse.usecache.deployment.jandex.Place;
import io.quarkiverse.usecache.deployment.jandex.TypeBindings;
import io.quarkiverse.usecache.deployment.jandex.TypeHierarchy;
import io.quarkiverse.usecache.deployment.property.Elements;
import io.quarkiverse.usecache.deployment.property.Properties;
import io.quarkiverse.usecache.deployment.property.Property;
import io.quarkiverse.usecache.runtime.template.TagTemplate.Member;
import io.quarkiverse.usecache.runtime.template.TagTemplate.Reference;

/** Checks the references of one template and follows their properties and elements. */
final class ReferenceCompiler {

    private final TemplateSite site;
    private final Scope scope;
    private final Elements elements;
    private final Properties properties;
    private final TextRules texts;
    private final List<Member> reflective = new ArrayList<>();

    ReferenceCompiler(TemplateSite site, Scope scope, TypeHierarchy hierarchy) {
        this.site = site;
        this.scope = scope;
        this.elements = new Elements(hierarchy);
        this.properties = new Properties(hierarchy);
        this.texts = new TextRules(site, elements, properties, hierarchy);
    }

    /** The members read by the references compiled so far. */
    List<Member> reflective() {
        return reflective;
    }

    Reference compile(Path path) {
        Root root = Root.of(site, scope, path);
        List<List<Member>> paths = new ArrayList<>(List.of(new ArrayList<>()));
        Type type = follow(path, 0, root.type(), paths);
        for (int step = 1; step < path.steps().size(); step++) {
            Property property = property(path, step, type);
            paths.get(paths.size() - 1).add(property.member());
            reflective.addAll(property.reflective());
            type = follow(path, step, TypeBindings.known(property.type()), paths);
        }
        texts.check(path, type);
        return new Reference(root.position(), paths);
    }

    private Type follow(Path path, int step, Type start, List<List<Member>> paths) {
        Type type = start;
        for (int i = 0; i < path.steps().get(step).depth(); i++) {
            type = element(path, step, type);
            paths.add(new ArrayList<>());
        }
        return type;
    }

    private Type element(Path path, int step, Type type) {
        return elements.of(type).orElseThrow(() -> site.problem(
                "has " + path + ", but " + Place.type(type) + " is no Iterable, array, Map or Optional",
                "Write " + path.with(step, -1) + "."));
    }

    private Property property(Path path, int step, Type owner) {
        String name = path.steps().get(step).name();
        if (owner.name().equals(Names.OPTIONAL)) {
            throw site.problem("reads '" + name + "' of an Optional in " + path, ofElements(path, step - 1));
        }
        Map<String, Property> known = properties.of(owner);
        if (!known.containsKey(name)) {
            throw site.problem("reads '" + name + "' in " + path + ", which " + Place.type(owner) + " does not have",
                    elements.of(owner).isPresent() ? ofElements(path, step - 1) : properties.remedyForMissing(owner));
        }
        return known.get(name);
    }

    /** The usual mistake with a list or Optional is to leave out the brackets. */
    static String ofElements(Path path, int step) {
        return "Write " + path.with(step, 1) + " for a tag of each element.";
    }
}
