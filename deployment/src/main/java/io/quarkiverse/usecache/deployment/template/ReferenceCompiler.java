package io.quarkiverse.usecache.deployment.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jboss.jandex.Type;

import io.quarkiverse.usecache.deployment.jandex.Names;
import io.quarkiverse.usecache.deployment.jandex.ObjectMethods;
import io.quarkiverse.usecache.deployment.jandex.Place;
import io.quarkiverse.usecache.deployment.jandex.TypeBindings;
import io.quarkiverse.usecache.deployment.jandex.TypeHierarchy;
import io.quarkiverse.usecache.runtime.template.TagTemplate.Member;
import io.quarkiverse.usecache.runtime.template.TagTemplate.Reference;

/** Checks the references of one template and follows their properties. */
final class ReferenceCompiler {

    private final TemplateSite site;
    private final Scope scope;
    private final Elements elements;
    private final Properties properties;
    private final ObjectMethods objectMethods;
    private final List<Member> reflective = new ArrayList<>();

    ReferenceCompiler(TemplateSite site, Scope scope, TypeHierarchy hierarchy) {
        this.site = site;
        this.scope = scope;
        this.elements = new Elements(hierarchy);
        this.properties = new Properties(hierarchy);
        this.objectMethods = new ObjectMethods(hierarchy);
    }

    /** The members read by the references compiled so far. */
    List<Member> reflective() {
        return reflective;
    }

    Reference compile(Path path) {
        checkElements(path);
        Root root = Root.of(site, scope, path);
        Type type = path.each() ? element(path, root) : root.type();
        List<Member> members = new ArrayList<>();
        for (String name : path.properties()) {
            Property property = property(path, type, name);
            members.add(property.member());
            reflective.addAll(property.reflective());
            type = TypeBindings.known(property.type());
        }
        checkText(path, type);
        return new Reference(root.position(), path.each(), members);
    }

    private void checkElements(Path path) {
        String remedy = "Only the result has elements: write {result[]} or {result[].property}.";
        if (path.takesElementsWithin()) {
            throw site.problem("has [] after a property in " + path, remedy);
        }
        if (path.each() && !path.isResult()) {
            throw site.problem("has [] after a parameter in " + path, remedy);
        }
    }

    private Type element(Path path, Root root) {
        return elements.of(root.type()).orElseThrow(() -> site.problem(
                "has " + path + ", but " + Place.type(root.type()) + " is no Iterable, array or Optional",
                "Write " + path.ofWhole() + "."));
    }

    private Property property(Path path, Type owner, String name) {
        if (owner.name().equals(Names.OPTIONAL)) {
            throw site.problem("reads '" + name + "' of an Optional in " + path, ofElements(path, owner,
                    "Only [] after the result opens an Optional: write {result[]} or {result[].property}."));
        }
        Map<String, Property> known = properties.of(owner);
        if (!known.containsKey(name)) {
            throw site.problem("reads '" + name + "' in " + path + ", which " + Place.type(owner) + " does not have",
                    ofElements(path, owner, properties.remedyForMissing(owner)));
        }
        return known.get(name);
    }

    // The usual mistake with a list or Optional is to leave out the brackets.
    private String ofElements(Path path, Type type, String otherwise) {
        boolean forgotten = path.isResult() && !path.each()
                && scope.result().filter(type::equals).flatMap(elements::of).isPresent();
        return forgotten ? "Write " + path.ofElements() + " for a tag of each element." : otherwise;
    }

    private void checkText(Path path, Type type) {
        if (type.kind() == Type.Kind.ARRAY || type.name().equals(Names.OPTIONAL)) {
            throw withoutText(path, type, ofElements(path, type, "Read a single value."));
        }
        if (objectMethods.haveNoText(type)) {
            throw withoutText(path, type, "Override toString, or read a property. " + properties.remedyForMissing(type));
        }
        elements.of(type).ifPresent(element -> checkTextOfElement(path, type, element));
    }

    private void checkTextOfElement(Path path, Type type, Type element) {
        if (element.kind() == Type.Kind.ARRAY || objectMethods.haveNoText(element)) {
            throw withoutText(path, element, ofElements(path, type, "Read a single value."));
        }
    }

    private TemplateProblem withoutText(Path path, Type type, String remedy) {
        return site.problem("makes text of " + path + ", but " + Place.type(type) + " has no text of its own", remedy);
    }
}
