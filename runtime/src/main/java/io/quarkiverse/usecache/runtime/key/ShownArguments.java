package io.quarkiverse.usecache.runtime.key;

import java.util.Arrays;
import java.util.List;
import java.util.StringJoiner;

import io.quarkiverse.usecache.runtime.tag.LogText;

/** Arguments as people see them, in logs and lists: each on one line and of bounded length, whatever its own text is. */
final class ShownArguments {

    /** An array, whose content is its text. */
    private record Elements(Object array) {

        @Override
        public String toString() {
            String inBrackets = Arrays.deepToString(new Object[] { array });
            return inBrackets.substring(1, inBrackets.length() - 1);
        }
    }

    private ShownArguments() {
    }

    static String of(List<Object> arguments) {
        StringJoiner text = new StringJoiner(", ", "(", ")");
        for (Object argument : arguments) {
            text.add(LogText.of(argument != null && argument.getClass().isArray() ? new Elements(argument) : argument));
        }
        return text.toString();
    }
}
