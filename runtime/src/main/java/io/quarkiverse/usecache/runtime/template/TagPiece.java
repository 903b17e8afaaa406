package io.quarkiverse.usecache.runtime.template;

import java.util.List;

import io.quarkiverse.usecache.runtime.template.TagTemplate.Member;
import io.quarkiverse.usecache.runtime.template.TagTemplate.Reference;

/** Gives one piece of a tag's text, or {@code null} if a value on the way is {@code null}. */
@FunctionalInterface
interface TagPiece {

    String read(CallValues values);

    static TagPiece of(String template, TagTemplate.Part part, ElementLoops loops) {
        if (part.reference() == null) {
            return values -> part.literal();
        }
        List<List<Member>> paths = part.reference().paths();
        return of(part.reference(), new MemberPath(template, paths.get(paths.size() - 1)), loops.slot(part.reference()));
    }

    private static TagPiece of(Reference reference, MemberPath path, int slot) {
        return slot < 0 ? values -> path.textFrom(values.root(reference.position()))
                : values -> path.textFrom(values.elements()[slot]);
    }
}
