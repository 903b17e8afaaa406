package io.quarkiverse.usecache.test.dev;

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
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkus.test.ProdBuildResults;
import io.quarkus.test.ProdModeTestResults;
import io.quarkus.test.QuarkusProdModeTest;

/** Nothing that people look at in dev mode is in a packaged application, nor is it spoken of there. */
class NothingInProductionTest {

    private static final List<String> DEV = List.of("io/quarkiverse/usecache/dev/", "io.quarkiverse.usecache.dev.",
            "Cache-Status",
            "qwc-use-cache");

    @RegisterExtension
    static final QuarkusProdModeTest APPLICATION = new QuarkusProdModeTest()
            .withApplicationRoot(root -> root.addClasses(Shop.class, Shop.Article.class, Shop.Secret.class));

    @ProdBuildResults
    ProdModeTestResults results;

    @Test
    void noJarHoldsOrNamesIt() throws IOException {
        Path application = results.getBuiltArtifactPath().getParent();
        try (Stream<Path> files = Files.walk(application)) {
            List<Path> jars = files.filter(file -> file.toString().endsWith(".jar"))
                    .filter(NothingInProductionTest::isOurs).toList();

            assertThat(jars).extracting(jar -> jar.getFileName().toString())
                    .anyMatch(name -> name.contains("generated-bytecode"))
                    .anyMatch(name -> name.contains("quarkus-use-cache"))
                    .noneMatch(name -> name.contains("quarkus-use-cache-dev"));
            for (Path jar : jars) {
                assertNothingIn(jar);
            }
        }
    }

    /** What the application's libraries hold is not this extension's. */
    private static boolean isOurs(Path jar) {
        String name = jar.getFileName().toString();
        return name.contains("use-cache") || !jar.toString().contains("lib");
    }

    private static void assertNothingIn(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            for (JarEntry entry : (Iterable<JarEntry>) file.stream()::iterator) {
                assertThat(entry.getName()).as(jar.toString()).doesNotStartWith("io/quarkiverse/usecache/dev/")
                        .doesNotStartWith("dev-ui/");
                if (entry.getName().endsWith(".class")) {
                    assertThat(text(file, entry)).as(entry.getName()).doesNotContain(DEV);
                }
            }
        }
    }

    private static String text(JarFile file, JarEntry entry) throws IOException {
        try (InputStream content = file.getInputStream(entry)) {
            return new String(content.readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }
}
