package io.quarkiverse.usecache.dev.trace;

import java.util.regex.Pattern;

/** Writes the parts of structured header fields (RFC 9651). */
final class StructuredField {

    private static final int LONGEST = 120;
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z*][A-Za-z0-9:/!#$%&'*+.^_`|~-]*");

    private StructuredField() {
    }

    static String name(String text) {
        return TOKEN.matcher(text).matches() ? text : string(text);
    }

    /** A string can hold nothing but printable ASCII. */
    static String string(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < Math.min(LONGEST, text.length()); i++) {
            char character = text.charAt(i);
            if (character == '"' || character == '\\') {
                quoted.append('\\');
            }
            quoted.append(character >= ' ' && character < 127 ? character : '?');
        }
        return quoted.append(text.length() > LONGEST ? "...\"" : "\"").toString();
    }
}
