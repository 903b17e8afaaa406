package io.quarkiverse.usecache.deployment.template;

import java.util.List;

import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.ClassType;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;
import org.jboss.jandex.ParameterizedType;
import org.jboss.jandex.Type;

import io.quarkiverse.usecache.deployment.jandex.BoundClass;
import io.quarkiverse.usecache.deployment.jandex.ClassSource;
import io.quarkiverse.usecache.deployment.jandex.TypeBindings;
import io.quarkiverse.usecache.deployment.jandex.TypeHierarchy;
import io.quarkiverse.usecache.runtime.template.TagTemplate;
import io.quarkiverse.usecache.runtime.template.TagTemplate.Part;

/** Parses tag templates and checks them against the methods they are written for. */
public final class TemplateCompiler {

    private final TypeHierarchy hierarchy;

    /** Classes outside of the index are read through the context class loader. */
    public TemplateCompiler(IndexView index) {
        this.hierarchy = new TypeHierarchy(new ClassSource(index, Thread.currentThread().getContextClassLoader()));
    }

    /**
     * Compiles one template for one method.
     *
     * @param annotation the annotation the template is in, as messages name it: {@code @CacheTag}
     * @param receiver the bean's class, which may extend a generic class that declares the method
     * @throws TemplateProblem if the template is wrong; the message says where, what and what to do
     */
    public CompiledTemplate compile(String annotation, String template, MethodInfo method, ClassInfo receiver) {
        TemplateSite site = new TemplateSite(annotation, template, method);
        List<Segment> segments = new TemplateParser(site).parse();
        LiteralRules.check(site, segments);
        ReferenceCompiler references = new ReferenceCompiler(site, new Scope(method, bindings(method, receiver)), hierarchy);
        List<Part> parts = segments.stream().map(segment -> part(segment, references)).toList();
        return CompiledTemplate.of(new TagTemplate(template, parts), references.reflective());
    }

    private static Part part(Segment segment, ReferenceCompiler references) {
        if (segment instanceof Segment.Text text) {
            return new Part(text.value(), null);
        }
        return new Part(null, references.compile((Path) segment));
    }

    private TypeBindings bindings(MethodInfo method, ClassInfo receiver) {
        return hierarchy.supertype(typeOf(receiver), method.declaringClass().name())
                .map(BoundClass::bindings)
                .orElseGet(() -> TypeBindings.of(method.declaringClass(), typeOf(method.declaringClass())));
    }

    private static Type typeOf(ClassInfo clazz) {
        return clazz.typeParameters().isEmpty() ? ClassType.create(clazz.name())
                : ParameterizedType.create(clazz.name(), clazz.typeParameters().toArray(Type[]::new));
    }
}
