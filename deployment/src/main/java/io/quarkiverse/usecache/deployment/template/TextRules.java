package io.quarkiverse.usecache.deployment.template;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.jboss.jandex.Type;

import io.quarkiverse.usecache.deployment.jandex.Names;
import io.quarkiverse.usecache.deployment.jandex.ObjectMethods;
import io.quarkiverse.usecache.deployment.jandex.Place;
import io.quarkiverse.usecache.deployment.jandex.TypeBindings;
import io.quarkiverse.usecache.deployment.jandex.TypeHierarchy;
import io.quarkiverse.usecache.deployment.jandex.ValueParts;
import io.quarkiverse.usecache.deployment.property.Elements;
import io.quarkiverse.usecache.deployment.property.Properties;

/** What a reference may end at: a value whose text names it, and no other one. */
final class TextRules {

    private final TemplateSite site;
    private final Elements elements;
    private final Properties properties;
    private final ObjectMethods methods;
    private final ValueParts parts;

    TextRules(TemplateSite site, Elements elements, Properties properties, TypeHierarchy hierarchy) {
        this.site = site;
        this.elements = elements;
        this.properties = properties;
        this.methods = new ObjectMethods(hierarchy);
        this.parts = new ValueParts(hierarchy);
    }

    void check(Path path, Type type) {
        if (methods.haveNoText(type)) {
            throw withoutText(path, type, "Override toString, or read a property. " + properties.remedyForMissing(type));
        }
        elements.of(type).ifPresent(element -> checkElement(path, type, element));
        hidden(type, new HashSet<>()).ifPresent(part -> {
            throw withoutText(path, part, "Override toString, or read a property that names the value.");
        });
    }

    /** What has no text of its own though the text of the whole is made of it. */
    private Optional<Type> hidden(Type whole, Set<Type> seen) {
        return parts.of(whole, "toString").map(TypeBindings::known).filter(seen::add)
                .flatMap(part -> isHidden(part) ? Stream.of(part) : hidden(part, seen).stream()).findFirst();
    }

    private boolean isHidden(Type part) {
        return part.kind() == Type.Kind.ARRAY || methods.haveNoText(part);
    }

    private void checkElement(Path path, Type type, Type element) {
        String remedy = ReferenceCompiler.ofElements(path, path.steps().size() - 1);
        if (hidesText(type)) {
            throw withoutText(path, type, remedy);
        }
        if (hidesText(element) || methods.haveNoText(element)) {
            throw withoutText(path, element, remedy);
        }
    }

    private static boolean hidesText(Type type) {
        return type.kind() == Type.Kind.ARRAY || type.name().equals(Names.OPTIONAL);
    }

    private TemplateProblem withoutText(Path path, Type type, String remedy) {
        return site.problem("makes text of " + path + ", but " + Place.type(type) + " has no text of its own", remedy);
    }
}
