package io.quarkiverse.usecache.runtime.endpoint.message;

import java.util.List;

/** What a request asks for, in its body or in its query. What is of the wrong type is a {@link Problem}. */
public interface Arguments {

    /** The tags, none if there are none. */
    List<String> tags();

    /** The name of one of the tags, as the client wrote it. */
    String tagField(int index);

    /** A text, or {@code null} if it is not given. */
    String text(String field);

    /** Whether it is given and true. */
    boolean flag(String field);

    /** A whole number between two bounds. */
    default int number(String field, int otherwise, int minimum, int maximum) {
        String value = text(field);
        if (value == null) {
            return otherwise;
        }
        if (!value.matches("[0-9]{1,9}") || Integer.parseInt(value) < minimum || Integer.parseInt(value) > maximum) {
            throw Problem.in(field, "The parameter [" + field + "] must be a number from " + minimum + " to " + maximum
                    + ", but is [" + Shown.text(value) + "].");
        }
        return Integer.parseInt(value);
    }

    /** Refuses what is not among these, by their names in a body: a field that is misspelt must not be ignored. */
    void allow(List<String> fields);
}
