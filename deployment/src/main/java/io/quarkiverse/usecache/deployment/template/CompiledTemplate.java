package io.quarkiverse.usecache.deployment.template;

import java.util.List;

import io.quarkiverse.usecache.runtime.template.TagTemplate;
import io.quarkiverse.usecache.runtime.template.TagTemplate.Member;

/**
 * A checked template and what a native executable must register to evaluate it.
 *
 * @param reflectiveMethods methods without parameters; the getter generated for an entity's public field is among them
 */
public record CompiledTemplate(TagTemplate template, List<Member> reflectiveMethods, List<Member> reflectiveFields) {

    static CompiledTemplate of(TagTemplate template, List<Member> reflective) {
        return new CompiledTemplate(template, reflective.stream().filter(Member::method).distinct().toList(),
                reflective.stream().filter(member -> !member.method()).distinct().toList());
    }
}
