package io.quarkiverse.usecache.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

/** The tables that compare with other caches name tests that exist. */
class NeighboursTableTest {

    private static final Pattern TEST = Pattern.compile("`((?:[a-z]+\\.)+\\w+Test#\\w+)`");

    @Test
    void whatIsNamedExists() throws Exception {
        List<String> named = TEST.matcher(TestClasses.pageOfTests("neighbours.adoc")).results().map(test -> test.group(1))
                .toList();

        assertThat(named).isNotEmpty();
        assertThat(TestClasses.all()).containsAll(named);
    }
}
