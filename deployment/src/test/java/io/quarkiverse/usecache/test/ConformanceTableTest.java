package io.quarkiverse.usecache.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The table of behaviours with a number and the tests with these numbers correspond. */
class ConformanceTableTest {

    private static final int CASES = 87;
    private static final int CASES_IN_NAMES = 62;
    private static final Pattern ROW = Pattern.compile("(?m)^\\|(\\d+)$\\R(?s:(.*?))(?=^$|^\\|===)");
    private static final Pattern TEST = Pattern.compile("`((?:\\w+\\.)+\\w+#case(\\d+)[A-Z]\\w+)`");
    private static final Pattern ANY_TEST = Pattern.compile("`((?:\\w+\\.)*\\w+Test#\\w+)`");
    private static final Pattern CASE = Pattern.compile(".*#case\\d+[A-Z]\\w+");

    /** The rows by their case. */
    private static final TreeMap<Integer, String> TABLE = new TreeMap<>();

    @BeforeAll
    static void read() throws IOException {
        ROW.matcher(TestClasses.pageOfTests("conformance.adoc")).results()
                .forEach(row -> assertThat(TABLE.put(Integer.valueOf(row.group(1)), row.group(2))).isNull());
    }

    @Test
    void everyCaseHasARow() {
        assertThat(TABLE.keySet()).containsExactlyElementsOf(IntStream.rangeClosed(1, CASES).boxed().toList());
    }

    @Test
    void everyRowNamesTestsOfItsCaseOrSaysThatItIsOpen() {
        TABLE.headMap(CASES_IN_NAMES, true).forEach((number, row) -> {
            List<String> cases = TEST.matcher(row).results().map(test -> test.group(2)).toList();
            assertThat(cases).as("case " + number).allMatch(number.toString()::equals);
            assertThat(cases.isEmpty()).as("case " + number).isEqualTo(row.contains("open: "));
        });
    }

    @Test
    void everyLaterRowNamesTestsThatExistOrSaysThatItIsOpen() {
        TABLE.tailMap(CASES_IN_NAMES, false).forEach((number, row) -> {
            List<String> tests = ANY_TEST.matcher(row).results().map(test -> test.group(1)).toList();
            assertThat(tests).as("case " + number).allMatch(TestClasses::isWritten);
            assertThat(tests.isEmpty()).as("case " + number).isEqualTo(row.contains("open: "));
        });
    }

    @Test
    void theTableNamesEveryTestAndNoOther() throws Exception {
        Set<String> named = TABLE.headMap(CASES_IN_NAMES, true).values().stream().flatMap(row -> TEST.matcher(row).results())
                .map((MatchResult test) -> test.group(1)).collect(Collectors.toCollection(TreeSet::new));

        assertThat(named).isEqualTo(tests());
        System.out.printf("Conformance: %d cases, %d tests with their numbers%n", TABLE.size(), named.size());
    }

    private static Set<String> tests() throws IOException, URISyntaxException {
        return TestClasses.all().filter(CASE.asMatchPredicate()).collect(Collectors.toCollection(TreeSet::new));
    }
}
