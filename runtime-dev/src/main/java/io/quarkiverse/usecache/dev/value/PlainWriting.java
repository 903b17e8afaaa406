package io.quarkiverse.usecache.dev.value;

import java.io.IOException;
import java.io.Writer;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

import io.quarkiverse.usecache.dev.value.Parts.Part;
import io.vertx.core.json.Json;

/** One value on its way to JSON. What cannot be read is said in its place, and the rest is written all the same. */
final class PlainWriting {

    private static final int DEEPEST = 32;

    private final Writer out;
    private final Set<Object> around = Collections.newSetFromMap(new IdentityHashMap<>());

    PlainWriting(Writer out) {
        this.out = out;
    }

    void value(Object value) throws IOException {
        if (value instanceof Optional<?> optional) {
            value(optional.orElse(null));
        } else if (isLiteral(value)) {
            out.write(String.valueOf(value));
        } else if (around.contains(value)) {
            text("the " + value.getClass().getName() + " around it");
        } else {
            Object read = read(() -> Parts.of(value));
            if (read instanceof Parts parts) {
                inside(value, parts);
            } else {
                text(read == null ? read(value::toString) : read);
            }
        }
    }

    private static boolean isLiteral(Object value) {
        return value == null || value instanceof Boolean || value instanceof Number number
                && number.getClass().getName().startsWith("java.") && Double.isFinite(number.doubleValue());
    }

    /** What is read, or a sentence on why it cannot be: it is the application's code that runs. */
    private static Object read(Supplier<?> source) {
        try {
            return source.get();
        } catch (RuntimeException | StackOverflowError e) {
            return "cannot be read: " + e;
        }
    }

    private void inside(Object value, Parts parts) throws IOException {
        if (around.size() == DEEPEST) {
            text("...");
            return;
        }
        around.add(value);
        out.write(parts.named() ? '{' : '[');
        String separator = "\n";
        for (Part part : parts.all()) {
            out.write(separator + "  ".repeat(around.size()));
            part(part);
            separator = ",\n";
        }
        around.remove(value);
        out.write(parts.all().isEmpty() ? "" : "\n" + "  ".repeat(around.size()));
        out.write(parts.named() ? '}' : ']');
    }

    private void part(Part part) throws IOException {
        if (part.name() != null) {
            text(part.name());
            out.write(" : ");
        }
        value(part.value());
    }

    private void text(Object text) throws IOException {
        out.write(Json.encode(String.valueOf(text)));
    }
}
