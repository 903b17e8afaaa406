package io.quarkiverse.usecache.runtime.template;

import io.quarkiverse.usecache.runtime.template.TagTemplate.Reference;

/** Gives one piece of a tag's text, or {@code null} if a value on the way is {@code null}. */
@FunctionalInterface
interface TagPiece {

    String read(Object[] args, Object result, Object element);

    static TagPiece of(String template, TagTemplate.Part part) {
        if (part.reference() == null) {
            return (args, result, element) -> part.literal();
        }
        return of(part.reference(), new MemberPath(template, part.reference().path()));
    }

    private static TagPiece of(Reference reference, MemberPath path) {
        if (reference.each()) {
            return (args, result, element) -> path.textFrom(element);
        }
        if (reference.position() == Reference.RESULT) {
            return (args, result, element) -> path.textFrom(result);
        }
        return (args, result, element) -> path.textFrom(args[reference.position()]);
    }
}
