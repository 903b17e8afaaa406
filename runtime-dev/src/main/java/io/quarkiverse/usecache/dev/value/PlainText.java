package io.quarkiverse.usecache.dev.value;

import java.io.IOException;
import java.io.Writer;

/** JSON without a library: collections, maps, arrays and records by their parts, everything else by its {@code toString()}. */
final class PlainText implements ValueText {

    @Override
    public void write(Object value, Writer out) throws IOException {
        new PlainWriting(out).value(value);
    }
}
