package io.quarkiverse.usecache.test.build;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.stream.Stream;

/** Reads what a build says of an application whose classes are nested in a test, which it leaves out of their names. */
public final class BuildMessages {

    private BuildMessages() {
    }

    /** The messages of the problems that failed the build. */
    public static List<String> errors(Throwable failure, Class<?> test) {
        List<Throwable> problems = new ArrayList<>();
        collect(failure, problems);
        return problems.stream().map(Throwable::getMessage).map(message -> shortened(message, test)).toList();
    }

    /** What the extension warns of while the application is built. */
    public static List<String> warnings(List<LogRecord> records, Class<?> test) {
        return records.stream().filter(BuildMessages::isWarning).map(LogRecord::getMessage)
                .map(message -> shortened(message, test)).toList();
    }

    public static boolean isWarning(LogRecord record) {
        return record.getLevel().intValue() >= Level.WARNING.intValue()
                && record.getLoggerName().startsWith("io.quarkiverse.usecache.deployment");
    }

    private static void collect(Throwable failure, List<Throwable> problems) {
        Throwable cause = failure;
        while (cause.getCause() != null && cause.getSuppressed().length == 0) {
            cause = cause.getCause();
        }
        if (cause.getSuppressed().length == 0) {
            problems.add(cause);
        }
        Stream.of(cause.getSuppressed()).forEach(problem -> collect(problem, problems));
    }

    public static String shortened(String message, Class<?> test) {
        return message.replace(test.getName() + "$", "");
    }

    /** The lines of a text block as a table, one message in each line. */
    public static List<String> table(String lines) {
        return Arrays.asList(lines.strip().split("\n"));
    }
}
