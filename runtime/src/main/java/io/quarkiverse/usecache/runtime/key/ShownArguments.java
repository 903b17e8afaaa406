package io.quarkiverse.usecache.runtime.key;

import java.util.Arrays;
import java.util.List;
import java.util.StringJoiner;

/**
 * Arguments as people see them, in logs and lists. They are the application's: their text may fail, be long, or forge lines.
 */
final class ShownArguments {

    private static final int LONGEST = 1_000;

    private ShownArguments() {
    }

    static String of(List<Object> arguments) {
        StringJoiner text = new StringJoiner(", ", "(", ")");
        for (Object argument : arguments) {
            text.add(escaped(cut(text(argument))));
        }
        return text.toString();
    }

    private static String text(Object argument) {
        try {
            if (argument == null || !argument.getClass().isArray()) {
                return String.valueOf(argument);
            }
            String inBrackets = Arrays.deepToString(new Object[] { argument });
            return inBrackets.substring(1, inBrackets.length() - 1);
        } catch (RuntimeException | StackOverflowError | AssertionError e) {
            return "<" + argument.getClass().getName() + "#toString() threw " + e.getClass().getName() + ">";
        }
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
    }

    private static String escaped(String text) {
        return text.chars().noneMatch(ShownArguments::breaksLines) ? text
                : text.codePoints().collect(StringBuilder::new, ShownArguments::append, StringBuilder::append).toString();
    }

    private static void append(StringBuilder text, int codePoint) {
        if (breaksLines(codePoint)) {
            text.append(String.format("\\u%04x", codePoint));
        } else {
            text.appendCodePoint(codePoint);
        }
    }

    /** Control characters, and the two separators that some viewers break lines at. */
    private static boolean breaksLines(int character) {
        return Character.isISOControl(character) || character == '\u2028' || character == '\u2029';
    }
}
