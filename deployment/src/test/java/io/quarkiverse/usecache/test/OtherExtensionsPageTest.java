package io.quarkiverse.usecache.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** The page of other extensions names tests that exist. */
class OtherExtensionsPageTest {

    private static final Pattern NAMED = Pattern.compile("`(\\w+Test)`");

    @Test
    void whatIsNamedExists() throws Exception {
        List<String> named = NAMED.matcher(TestClasses.page("other-extensions.adoc")).results().map(test -> test.group(1))
                .toList();

        assertThat(named).hasSizeGreaterThan(10).isSubsetOf(written());
    }

    private static List<String> written() throws Exception {
        try (Stream<Path> files = Files.walk(Path.of(".."), 12)) {
            return files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith("Test.java"))
                    .map(name -> name.substring(0, name.length() - ".java".length())).toList();
        }
    }
}
