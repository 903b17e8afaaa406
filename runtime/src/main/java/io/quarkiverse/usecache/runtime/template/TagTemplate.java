package io.quarkiverse.usecache.runtime.template;

import java.util.List;

/**
 * A tag template, parsed and checked at build time: text and references in the order they are written.
 */
public record TagTemplate(String text, List<Part> parts) {

    /** Either {@code literal} text or a reference to a value. */
    public record Part(String literal, Reference reference) {
    }

    /**
     * What is read from an argument ({@code position >= 0}) or from the result ({@link #RESULT}).
     *
     * @param paths the members to read; each path but the first one starts at each element of what the path before it leads to:
     *        of an {@code Iterable}, an array, an {@code Optional} or the values of a {@code Map}
     */
    public record Reference(int position, List<List<Member>> paths) {

        public static final int RESULT = -1;
    }

    /** A record component's accessor, a getter ({@code method}) or a public field of a class. */
    public record Member(String declaringClass, String name, boolean method) {
    }
}
