package io.quarkiverse.usecache.it.bookings.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** Nothing that people look at in dev mode is in the packaged application, nor is it spoken of there. */
class NothingOfDevModeIT {

    private static final Path PACKAGED = Path.of("target", "quarkus-app");
    private static final String[] DEV = { "io/quarkiverse/usecache/dev/", "io.quarkiverse.usecache.dev.", "qwc-use-cache" };

    @Test
    void noJarHoldsOrNamesIt() throws IOException {
        List<Path> jars = jars();
        assertThat(jars).extracting(jar -> jar.getFileName().toString())
                .contains("generated-bytecode.jar", "io.quarkiverse.usecache.quarkus-use-cache-999-SNAPSHOT.jar")
                .noneMatch(name -> name.contains("quarkus-use-cache-dev"))
                .noneMatch(name -> name.contains("quarkus-devui"));
        for (Path jar : jars) {
            assertNothingIn(jar);
        }
    }

    private static List<Path> jars() throws IOException {
        try (Stream<Path> files = Files.walk(PACKAGED)) {
            return files.filter(file -> file.toString().endsWith(".jar")).toList();
        }
    }

    private static void assertNothingIn(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            for (JarEntry entry : (Iterable<JarEntry>) file.stream()::iterator) {
                assertThat(entry.getName()).as(jar.toString()).doesNotStartWith("io/quarkiverse/usecache/dev/")
                        .doesNotContain("qwc-use-cache");
                if (entry.getName().endsWith(".class") && isOurs(jar)) {
                    assertThat(text(file, entry)).as(entry.getName()).doesNotContain(DEV);
                }
            }
        }
    }

    /** What the other libraries say is not read. */
    private static boolean isOurs(Path jar) {
        return jar.getFileName().toString().contains("use-cache") || !jar.startsWith(PACKAGED.resolve("lib"));
    }

    private static String text(JarFile file, JarEntry entry) throws IOException {
        try (InputStream content = file.getInputStream(entry)) {
            return new String(content.readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }
}
