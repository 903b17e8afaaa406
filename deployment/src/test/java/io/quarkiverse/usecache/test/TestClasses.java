package io.quarkiverse.usecache.test;

import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** The tests, for what the documentation says of them. */
public final class TestClasses {

    private TestClasses() {
    }

    /** A page of the documentation. */
    public static String page(String name) throws IOException {
        return Files.readString(Path.of("..", "docs", "modules", "ROOT", "pages", name));
    }

    /** The page that stands beside the tests of a package. */
    public static String pageBeside(Class<?> test) throws IOException {
        return Files.readString(
                Path.of("src", "test", "java").resolve(test.getPackageName().replace('.', '/')).resolve("README.adoc"));
    }

    /** The test methods of a class's package. */
    public static Stream<Method> beside(Class<?> test) throws IOException, URISyntaxException {
        Path classes = Path.of(test.getResource(test.getSimpleName() + ".class").toURI()).getParent();
        try (Stream<Path> files = Files.list(classes)) {
            return files.map(file -> file.getFileName().toString()).filter(name -> name.matches("\\w+Test\\.class")).toList()
                    .stream().map(name -> test.getPackageName() + "." + name.substring(0, name.length() - ".class".length()))
                    .flatMap(name -> Stream.of(named(name).getDeclaredMethods()))
                    .filter(method -> method.isAnnotationPresent(Test.class));
        }
    }

    public static Class<?> named(String name) {
        try {
            return Class.forName(name, false, TestClasses.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new AssertionError("There is no class " + name, e);
        }
    }
}
