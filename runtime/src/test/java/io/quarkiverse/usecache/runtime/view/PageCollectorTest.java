package io.quarkiverse.usecache.runtime.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class PageCollectorTest {

    private static final int ELEMENTS = 100;

    @Test
    void aPageIsThatOfTheWholeListInOrder() {
        Random random = new Random(1);
        List<Integer> all = random.ints(ELEMENTS, 0, 50).boxed().toList();
        List<Integer> sorted = all.stream().sorted().toList();
        for (int offset : new int[] { 0, 1, 7, 99, 100, 10_000 }) {
            for (int limit : new int[] { 0, 1, 5, 100, 1_000 }) {
                PageCollector<Integer> page = new PageCollector<>(Comparator.naturalOrder(), offset, limit);
                all.forEach(page);
                assertThat(page.page()).isEqualTo(sorted.stream().skip(offset).limit(limit).toList());
                assertThat(page.total()).isEqualTo(ELEMENTS);
            }
        }
    }

    @Test
    void whatComesBehindThePageIsForgotten() {
        PageCollector<byte[]> page = new PageCollector<>(Comparator.comparingInt(bytes -> bytes[0]), 1, 1);
        List<Byte> first = new ArrayList<>();
        long more = Runtime.getRuntime().maxMemory() / (1 << 20) + 1;
        IntStream.iterate(0, i -> i + 1).limit(more).mapToObj(i -> new byte[1 << 20]).forEach(page);
        page.page().forEach(bytes -> first.add(bytes[0]));
        assertThat(first).containsExactly((byte) 0);
    }
}
