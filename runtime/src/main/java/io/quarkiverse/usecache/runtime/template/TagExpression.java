package io.quarkiverse.usecache.runtime.template;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import io.quarkiverse.usecache.runtime.template.TagTemplate.Reference;

/**
 * A tag template ready to be evaluated: built once for each method, immutable, safe for use by many threads.
 * <p>
 * Values become text by {@link String#valueOf(Object)}, an enum constant by its {@code toString()}. A {@code null} on the way
 * leaves the tag out.
 */
public final class TagExpression {

    private final String text;
    private final ElementLoops loops;
    private final List<TagPiece> pieces;
    private final boolean readsResult;
    private final String constant;

    /**
     * Resolves the members of the template through the context class loader.
     *
     * @throws IllegalStateException if a member that was there at build time is missing
     */
    public TagExpression(TagTemplate template) {
        List<Reference> references = template.parts().stream().map(TagTemplate.Part::reference).filter(r -> r != null).toList();
        text = template.text();
        loops = new ElementLoops(text, references);
        pieces = template.parts().stream().map(part -> TagPiece.of(text, part, loops)).toList();
        readsResult = references.stream().anyMatch(reference -> reference.position() == Reference.RESULT);
        constant = references.isEmpty() ? join(null) : null;
    }

    /** Whether the tags can be known only when the method has returned. */
    public boolean dependsOnResult() {
        return readsResult;
    }

    /** The tag, if it is the same for every call, else {@code null}. */
    public String constant() {
        return constant;
    }

    /**
     * Hands over the tags of one call: one, none if a value is {@code null}, or one for each element taken. References that
     * take the same elements read the same element; those that take others are combined with each of them.
     *
     * @param result the value returned, or the item of the {@code Uni} or stage; ignored unless {@link #dependsOnResult()}
     * @throws TemplateFailure if the application's code that is read from throws; then no tag is handed over
     */
    public void addTo(Object[] args, Object result, Consumer<String> tags) {
        if (constant != null) {
            tags.accept(constant);
        } else if (loops.isEmpty()) {
            addIfPresent(join(new CallValues(args, result, null)), tags);
        } else {
            List<String> found = new ArrayList<>();
            loops.forEach(args, result, values -> addIfPresent(join(values), found::add));
            found.forEach(tags);
        }
    }

    private static void addIfPresent(String tag, Consumer<String> tags) {
        if (tag != null) {
            tags.accept(tag);
        }
    }

    private String join(CallValues values) {
        StringBuilder tag = new StringBuilder();
        for (TagPiece piece : pieces) {
            String read = piece.read(values);
            if (read == null) {
                return null;
            }
            tag.append(read);
        }
        return tag.toString();
    }

    @Override
    public String toString() {
        return text;
    }
}
