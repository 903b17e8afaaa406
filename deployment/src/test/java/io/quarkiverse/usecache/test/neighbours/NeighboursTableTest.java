package io.quarkiverse.usecache.test.neighbours;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import io.quarkiverse.usecache.test.TestClasses;

/** The tables in the documentation name tests that exist, and all of this package. */
class NeighboursTableTest {

    private static final String ROOT = TestClasses.class.getPackageName() + ".";
    private static final Pattern TEST = Pattern.compile("`([a-z]+\\.\\w+Test#\\w+)`");

    private static Set<String> named;

    @BeforeAll
    static void read() throws IOException {
        named = TEST.matcher(TestClasses.pageBeside(NeighboursTableTest.class)).results().map(test -> test.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void whatIsNamedExists() {
        assertThat(named).isNotEmpty().allSatisfy(test -> {
            String[] parts = test.split("#");
            assertThat(Stream.of(TestClasses.named(ROOT + parts[0]).getDeclaredMethods()).map(Method::getName))
                    .contains(parts[1]);
        });
    }

    @Test
    void everyTestOfThisPackageIsNamed() throws Exception {
        List<String> tests = TestClasses.beside(NeighboursTableTest.class)
                .filter(method -> method.getDeclaringClass() != NeighboursTableTest.class)
                .map(method -> method.getDeclaringClass().getName().substring(ROOT.length()) + "#" + method.getName())
                .toList();

        assertThat(tests).isNotEmpty();
        assertThat(named).containsAll(tests);
    }
}
