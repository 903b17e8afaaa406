package io.quarkiverse.usecache.dev.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.usecache.dev.PageRange;

class PageSortTest {

    private static final int ROWS = 1000;
    private static final List<Integer> SORTED = IntStream.range(0, ROWS).boxed().toList();

    @ParameterizedTest
    @ValueSource(ints = { 0, 1, 40, 499, 960, 990, 1000, 2000 })
    void aPageIsThatOfTheWholeInOrder(int offset) {
        PageRange range = new PageRange(offset, 40);
        for (int seed = 0; seed < 50; seed++) {
            List<Integer> rows = IntStream.range(0, ROWS).boxed().collect(Collectors.toList());
            Collections.shuffle(rows, new Random(seed));

            assertThat(page(rows, range)).isEqualTo(range.cut(SORTED));
        }
    }

    @Test
    void rowsThatAreInOrderOrInReverseAreNoTrouble() {
        PageRange range = new PageRange(300, 500);
        List<Integer> reversed = SORTED.stream().sorted(Comparator.reverseOrder()).toList();

        assertThat(page(SORTED, range)).isEqualTo(range.cut(SORTED));
        assertThat(page(reversed, range)).isEqualTo(range.cut(SORTED));
    }

    @Test
    void mostRowsAreNotSorted() {
        int[] comparisons = new int[1];
        List<Integer> rows = IntStream.range(0, 100_000).boxed().collect(Collectors.toList());
        Collections.shuffle(rows, new Random(1));

        new PageSort<>(rows.toArray(Integer[]::new), (one, other) -> {
            comparisons[0]++;
            return Integer.compare(one, other);
        }).page(new PageRange(50_000, 50));

        assertThat(comparisons[0]).isLessThan(800_000);
    }

    private static List<Integer> page(List<Integer> rows, PageRange range) {
        return new PageSort<>(rows.toArray(Integer[]::new), Comparator.<Integer> naturalOrder()).page(range);
    }
}
