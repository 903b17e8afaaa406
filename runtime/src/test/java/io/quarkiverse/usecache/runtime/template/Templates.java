package io.quarkiverse.usecache.runtime.template;

import java.util.ArrayList;
import java.util.List;

import io.quarkiverse.usecache.runtime.template.TagTemplate.Member;
import io.quarkiverse.usecache.runtime.template.TagTemplate.Part;
import io.quarkiverse.usecache.runtime.template.TagTemplate.Reference;

/** Builds templates as the build records them, and evaluates them. */
final class Templates {

    private Templates() {
    }

    static TagTemplate template(Object... parts) {
        List<Part> list = new ArrayList<>();
        for (Object part : parts) {
            list.add(part instanceof Reference reference ? new Part(null, reference) : new Part((String) part, null));
        }
        return new TagTemplate("t:{x}", list);
    }

    static Reference argument(int position, Member... path) {
        return new Reference(position, List.of(List.of(path)));
    }

    static Reference result(Member... path) {
        return argument(Reference.RESULT, path);
    }

    static Reference each(Member... path) {
        return each(Reference.RESULT, List.of(), List.of(path));
    }

    /** @param paths cut where elements are taken */
    @SafeVarargs
    static Reference each(int position, List<Member>... paths) {
        return new Reference(position, List.of(paths));
    }

    static Member method(Class<?> owner, String name) {
        return new Member(owner.getName(), name, true);
    }

    static Member field(Class<?> owner, String name) {
        return new Member(owner.getName(), name, false);
    }

    static List<String> tags(TagTemplate template, Object result, Object... args) {
        List<String> tags = new ArrayList<>();
        new TagExpression(template).addTo(args, result, tags::add);
        return tags;
    }
}
