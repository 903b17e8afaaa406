package io.quarkiverse.usecache.runtime.tag;

/**
 * A tag, a key or anything else from outside, as a log line may show it: in one line, so that nobody writes lines of their own
 * into the log, and of bounded length.
 */
public final class LogText {

    private static final int MAXIMUM = 1_000;

    private LogText() {
    }

    /** Control and format characters, line separators and lone surrogates become escapes such as {@code \u000a}. */
    public static String of(Object value) {
        String text = text(value);
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < text.length() && line.length() < MAXIMUM; i += Character.charCount(text.codePointAt(i))) {
            append(line, text.codePointAt(i));
        }
        return line.length() < MAXIMUM ? line.toString() : line.append("...").toString();
    }

    /** Classes of the application may fail to tell their text, for instance by running in circles. */
    private static String text(Object value) {
        try {
            return String.valueOf(value);
        } catch (RuntimeException | StackOverflowError e) {
            return value.getClass().getName() + ", whose toString() fails: " + e.getClass().getName();
        }
    }

    private static void append(StringBuilder line, int character) {
        switch (Character.getType(character)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE ->
                new String(Character.toChars(character)).chars().forEach(unit -> line.append(String.format("\\u%04x", unit)));
            default -> line.appendCodePoint(character);
        }
    }
}
