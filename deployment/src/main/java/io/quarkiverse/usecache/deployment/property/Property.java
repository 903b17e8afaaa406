package io.quarkiverse.usecache.deployment.property;

import java.util.List;

import org.jboss.jandex.Type;

import io.quarkiverse.usecache.runtime.template.TagTemplate.Member;

/**
 * A property of a class: the member it is read by and its type.
 *
 * @param reflective the members that need registration for reflection
 */
public record Property(Member member, Type type, List<Member> reflective) {
}
