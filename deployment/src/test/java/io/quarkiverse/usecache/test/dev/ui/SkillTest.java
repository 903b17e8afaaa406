package io.quarkiverse.usecache.test.dev.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** The Java of the skill for coding agents is Java that the documentation compiles and runs. */
class SkillTest {

    private static final Path DOCUMENTATION = Path.of("..", "docs", "modules", "ROOT");
    private static final Pattern JAVA = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

    @Test
    void everyExampleIsOneOfTheDocumentation() throws IOException {
        String documentation = documentation();
        List<String> examples = JAVA.matcher(skill()).results().map(MatchResult::group).map(SkillTest::normal).toList();

        assertThat(examples).hasSizeGreaterThan(4).allSatisfy(example -> assertThat(documentation).contains(example));
    }

    private static String skill() throws IOException {
        try (InputStream skill = SkillTest.class.getResourceAsStream("/META-INF/quarkus-skill.md")) {
            return new String(skill.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String documentation() throws IOException {
        try (Stream<Path> files = Files.walk(DOCUMENTATION)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(SkillTest::text).map(SkillTest::normal).collect(Collectors.joining("\n"));
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Without what the pages need: callouts and tags; indented as it may be. */
    private static String normal(String text) {
        return text.lines().map(line -> line.replaceFirst("//.*", "").strip())
                .filter(line -> !line.isEmpty() && !line.startsWith("```")).collect(Collectors.joining("\n"));
    }
}
