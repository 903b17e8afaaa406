package io.quarkiverse.usecache.deployment.template;

import java.util.List;

import io.quarkiverse.usecache.deployment.jandex.MethodSite;
import io.quarkiverse.usecache.deployment.jandex.TypeHierarchy;
import io.quarkiverse.usecache.runtime.template.TagTemplate;
import io.quarkiverse.usecache.runtime.template.TagTemplate.Part;

/** Parses tag templates and checks them against the methods they are written for. */
public final class TemplateCompiler {

    private final TypeHierarchy hierarchy;

    public TemplateCompiler(TypeHierarchy hierarchy) {
        this.hierarchy = hierarchy;
    }

    /**
     * Compiles one template for one method.
     *
     * @param annotation the annotation the template is in, as messages name it: {@code @CacheTag}
     * @throws TemplateProblem if the template is wrong; the message says where, what and what to do
     */
    public CompiledTemplate compile(String annotation, String template, MethodSite method) {
        TemplateSite site = new TemplateSite(annotation, template, method.place());
        List<Segment> segments = new TemplateParser(site).parse();
        LiteralRules.check(site, segments);
        ReferenceCompiler references = new ReferenceCompiler(site, new Scope(method), hierarchy);
        List<Part> parts = segments.stream().map(segment -> part(segment, references)).toList();
        return CompiledTemplate.of(new TagTemplate(template, parts), references.reflective());
    }

    private static Part part(Segment segment, ReferenceCompiler references) {
        if (segment instanceof Segment.Text text) {
            return new Part(text.value(), null);
        }
        return new Part(null, references.compile((Path) segment));
    }
}
