package io.quarkiverse.usecache.it.benchmarks.startup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

import org.junit.jupiter.api.Test;

class MediansTest {

    @Test
    void bothAreMeasuredInTurnsAndTheFirstOfEachIsNotCounted() throws Exception {
        List<String> order = new ArrayList<>();
        Iterator<Long> with = List.of(900L, 12L, 11L, 90L).iterator();
        Iterator<Long> without = List.of(800L, 7L, 6L, 1L).iterator();

        Medians medians = Medians.ofAlternate(3, () -> next(with, "with", order), () -> next(without, "without", order));

        assertThat(order).containsExactly("with", "without", "with", "without", "without", "with", "with", "without");
        assertThat(medians.medianWith()).isEqualTo(12);
        assertThat(medians.difference()).isEqualTo(6);
        assertThat(medians.differenceOfFastest()).isEqualTo(10);
    }

    @Test
    void theMedianOfAnEvenNumberIsInTheMiddle() {
        assertThat(new Medians(List.of(4L, 1L, 3L, 2L), List.of(0L)).medianWith()).isEqualTo(2.5);
    }

    @Test
    void theSpreadLeavesOutTheFastestAndTheSlowestQuarter() {
        Medians medians = new Medians(List.of(1L, 900L, 10L, 14L), List.of(5L));

        assertThat(medians.spreadWith()).isEqualTo(4);
        assertThat(medians.spreadWithout()).isZero();
    }

    private static long next(Iterator<Long> values, String name, List<String> order) {
        order.add(name);
        return values.next();
    }
}
