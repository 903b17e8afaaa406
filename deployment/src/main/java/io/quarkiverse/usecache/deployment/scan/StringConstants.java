package io.quarkiverse.usecache.deployment.scan;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Set;

import org.jboss.jandex.DotName;
import org.objectweb.asm.ClassReader;

/** The short texts that the code of a class has as constants, constants of other classes that it uses included. */
final class StringConstants {

    private static final int TAG_OF_STRING = 8;
    private static final int LONGEST = 64;

    private StringConstants() {
    }

    /** Empty for a class whose file cannot be found. */
    static Set<String> of(DotName name) {
        String file = name.toString().replace('.', '/') + ".class";
        try (InputStream in = Thread.currentThread().getContextClassLoader().getResourceAsStream(file)) {
            return in == null ? Set.of() : of(new ClassReader(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> of(ClassReader reader) {
        Set<String> texts = new HashSet<>();
        char[] buffer = new char[reader.getMaxStringLength()];
        for (int i = 1; i < reader.getItemCount(); i++) {
            int offset = reader.getItem(i);
            if (offset > 0 && reader.readByte(offset - 1) == TAG_OF_STRING) {
                add(reader.readUTF8(offset, buffer), texts);
            }
        }
        return texts;
    }

    private static void add(String text, Set<String> texts) {
        if (text.length() <= LONGEST) {
            texts.add(text);
        }
    }
}
