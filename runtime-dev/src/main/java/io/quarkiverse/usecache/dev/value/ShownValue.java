package io.quarkiverse.usecache.dev.value;

/**
 * A cached value, for people.
 *
 * @param json the value, or as much of it as fits; {@code null} if there is none
 * @param truncated whether it is cut off, so that it is no complete JSON
 * @param problem what keeps it from being shown as the application would write it, or {@code null}
 */
public record ShownValue(String json, boolean truncated, String problem) {

    /** There is no such entry any more. */
    public static final ShownValue GONE = new ShownValue(null, false, "The entry is gone.");
}
