package io.quarkiverse.usecache.deployment.read;

import java.util.LinkedHashSet;
import java.util.Set;

import io.quarkiverse.usecache.deployment.check.Mistakes;
import io.quarkiverse.usecache.deployment.jandex.MethodSite;
import io.quarkiverse.usecache.deployment.jandex.TypeHierarchy;
import io.quarkiverse.usecache.deployment.template.CompiledTemplate;
import io.quarkiverse.usecache.deployment.template.TemplateCompiler;
import io.quarkiverse.usecache.deployment.template.TemplateProblem;
import io.quarkiverse.usecache.runtime.template.TagTemplate;
import io.quarkiverse.usecache.runtime.template.TagTemplate.Member;

/** Compiles templates, collecting their mistakes and the members they read. */
public final class TemplateReader {

    private final TemplateCompiler compiler;
    private final Mistakes mistakes;
    private final Set<Member> members = new LinkedHashSet<>();

    public TemplateReader(TypeHierarchy hierarchy, Mistakes mistakes) {
        this.compiler = new TemplateCompiler(hierarchy);
        this.mistakes = mistakes;
    }

    /** The members of application classes that templates read by reflection. */
    public Set<Member> members() {
        return members;
    }

    /** @return the template, or {@code null} if it has a mistake */
    TagTemplate read(String annotation, String text, MethodSite site) {
        try {
            CompiledTemplate compiled = compiler.compile(annotation, text, site);
            members.addAll(compiled.reflectiveMethods());
            members.addAll(compiled.reflectiveFields());
            return compiled.template();
        } catch (TemplateProblem e) {
            mistakes.error(e.getMessage());
            return null;
        }
    }
}
