package io.quarkiverse.usecache.dev.value;

import java.io.IOException;
import java.io.Writer;

/** Writes cached values as JSON. */
@FunctionalInterface
public interface ValueText {

    /**
     * Writes a value, and closes nothing.
     *
     * @throws IOException if the value cannot be written, or the writer takes no more
     */
    void write(Object value, Writer out) throws IOException;
}
