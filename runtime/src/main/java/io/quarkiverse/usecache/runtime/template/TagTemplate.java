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
     * A path of members that starts at an argument ({@code position >= 0}) or at the result ({@link #RESULT}).
     *
     * @param each whether the result is an {@code Iterable}, array or {@code Optional} and the path is read from each element
     */
    public record Reference(int position, boolean each, List<Member> path) {

        public static final int RESULT = -1;
    }

    /** A record component's accessor, a getter ({@code method}) or a public field of a class. */
    public record Member(String declaringClass, String name, boolean method) {
    }
}
