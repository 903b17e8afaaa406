package io.quarkiverse.usecache.test;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

/** The tests, for what the documentation says of them. */
public final class TestClasses {

    private static final String ROOT = TestClasses.class.getPackageName() + ".";
    private static final Predicate<String> TEST_CLASS = Pattern.compile("(\\w+\\.)+\\w+Test\\.class").asMatchPredicate();

    private TestClasses() {
    }

    /** A page of the documentation. */
    public static String page(String name) throws IOException {
        return Files.readString(Path.of("..", "docs", "modules", "ROOT", "pages", name));
    }

    /** A page that stands beside the tests. */
    static String pageOfTests(String name) throws IOException {
        return Files.readString(Path.of("src", "test", "java", "io", "quarkiverse", "usecache", "test", name));
    }

    /** The test methods of all subjects, named as the pages name them. */
    static Stream<String> all() throws IOException, URISyntaxException {
        Path classes = Path.of(TestClasses.class.getResource("TestClasses.class").toURI()).getParent();
        try (Stream<Path> files = Files.walk(classes)) {
            return files.map(file -> classes.relativize(file).toString().replace('/', '.')).filter(TEST_CLASS).toList().stream()
                    .map(file -> file.substring(0, file.length() - ".class".length()))
                    .flatMap(name -> Stream.of(named(ROOT + name).getDeclaredMethods())
                            .filter(TestClasses::isTest)
                            .map(method -> name + "#" + method.getName()));
        }
    }

    /** Whether there is such a test, {@code subject.SomeTest#name}, in any module. */
    static boolean isWritten(String test) {
        String[] parts = test.split("#");
        String file = "/" + parts[0].replace('.', '/') + ".java";
        return Stream.of("..", "../integration-tests").flatMap(parent -> Stream.of(new File(parent).listFiles()))
                .map(module -> module.toPath().resolve("src/test/java")).filter(Files::isDirectory)
                .anyMatch(sources -> isWritten(sources, file, " " + parts[1] + "("));
    }

    private static boolean isWritten(Path sources, String file, String text) {
        try (Stream<Path> files = Files.walk(sources)) {
            return files.filter(path -> path.toString().endsWith(file)).anyMatch(path -> contains(path, text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean contains(Path file, String text) {
        try {
            return Files.readString(file).contains(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isTest(Method method) {
        return method.isAnnotationPresent(Test.class) || method.isAnnotationPresent(ParameterizedTest.class);
    }

    private static Class<?> named(String name) {
        try {
            return Class.forName(name, false, TestClasses.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new AssertionError("There is no class " + name, e);
        }
    }
}
