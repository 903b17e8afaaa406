package io.quarkiverse.usecache.runtime.template;

import java.util.List;

import io.quarkiverse.usecache.runtime.template.TagTemplate.Member;

/** Follows a path of members from a value to the text of what is at its end. */
final class MemberPath {

    private final String template;
    private final List<MemberReader> members;

    MemberPath(String template, List<Member> path) {
        this.template = template;
        this.members = path.stream().map(member -> new MemberReader(template, member)).toList();
    }

    String textFrom(Object start) {
        Object value = valueFrom(start);
        return value == null ? null : text(value);
    }

    Object valueFrom(Object start) {
        Object value = start;
        for (MemberReader member : members) {
            if (value == null) {
                return null;
            }
            value = member.read(value);
        }
        return value;
    }

    private String text(Object value) {
        try {
            return value.toString();
        } catch (RuntimeException e) {
            throw new TemplateFailure(template, value.getClass().getName() + "#toString()", e);
        }
    }
}
