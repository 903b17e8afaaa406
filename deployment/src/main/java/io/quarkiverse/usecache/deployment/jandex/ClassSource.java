package io.quarkiverse.usecache.deployment.jandex;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.Index;
import org.jboss.jandex.IndexView;

/**
 * The classes of the index, and those outside of it (the JDK's, of libraries without an index) as the class loader has them.
 */
final class ClassSource {

    private final IndexView index;
    private final ClassLoader loader;
    private final Map<DotName, Optional<ClassInfo>> loaded = new ConcurrentHashMap<>();

    ClassSource(IndexView index, ClassLoader loader) {
        this.index = index;
        this.loader = loader;
    }

    Optional<ClassInfo> find(DotName name) {
        ClassInfo indexed = index.getClassByName(name);
        return indexed != null ? Optional.of(indexed) : loaded.computeIfAbsent(name, this::load);
    }

    private Optional<ClassInfo> load(DotName name) {
        try (InputStream bytes = loader.getResourceAsStream(name.toString().replace('.', '/') + ".class")) {
            return bytes == null ? Optional.empty() : Optional.ofNullable(Index.singleClass(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException("The class file of " + name + " cannot be read", e);
        }
    }
}
