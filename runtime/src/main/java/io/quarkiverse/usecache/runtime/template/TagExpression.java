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
    private final List<TagPiece> pieces;
    private final boolean readsResult;
    private final boolean readsElements;
    private final String constant;

    /**
     * Resolves the members of the template through the context class loader.
     *
     * @throws IllegalStateException if a member that was there at build time is missing
     */
    public TagExpression(TagTemplate template) {
        text = template.text();
        pieces = template.parts().stream().map(part -> TagPiece.of(text, part)).toList();
        List<Reference> references = template.parts().stream().map(TagTemplate.Part::reference).filter(r -> r != null).toList();
        readsResult = references.stream().anyMatch(reference -> reference.position() == Reference.RESULT);
        readsElements = references.stream().anyMatch(Reference::each);
        constant = references.isEmpty() ? join(null, null, null) : null;
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
     * Hands over the tags of one call: one, none if a value is {@code null}, or one for each element of the result. References
     * to elements in the same template read the same element.
     *
     * @param result the value returned, or the item of the {@code Uni} or stage; ignored unless {@link #dependsOnResult()}
     * @throws TemplateFailure if the application's code that is read from throws; then no tag is handed over
     */
    public void addTo(Object[] args, Object result, Consumer<String> tags) {
        if (constant != null) {
            tags.accept(constant);
        } else if (readsElements) {
            tagsOfElements(args, result).forEach(tags);
        } else {
            addIfPresent(join(args, result, null), tags);
        }
    }

    private List<String> tagsOfElements(Object[] args, Object result) {
        List<String> found = new ArrayList<>();
        for (Object element : Elements.of(text, result)) {
            addIfPresent(join(args, result, element), found::add);
        }
        return found;
    }

    private static void addIfPresent(String tag, Consumer<String> tags) {
        if (tag != null) {
            tags.accept(tag);
        }
    }

    private String join(Object[] args, Object result, Object element) {
        StringBuilder tag = new StringBuilder();
        for (TagPiece piece : pieces) {
            String read = piece.read(args, result, element);
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
