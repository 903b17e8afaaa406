package io.quarkiverse.usecache.it.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BarTest {

    @Test
    void whatIsAtMostTheBarMeetsIt() {
        assertThat(Bar.atMost("hit", 20, "ns", () -> 20).verdict()).isEqualTo("met");
        assertThat(Bar.atMost("hit", 20, "ns", () -> 20.1).verdict()).isEqualTo("MISSED");
    }

    @Test
    void whatIsAtLeastTheBarMeetsIt() {
        assertThat(Bar.atLeast("hit", 8, "x", () -> 8).verdict()).isEqualTo("met");
        assertThat(Bar.atLeast("hit", 8, "x", () -> 7.9).verdict()).isEqualTo("MISSED");
    }

    @Test
    void nothingThatIsNoNumberMeetsABar() {
        assertThat(Bar.atMost("hit", 20, "ns", () -> Double.NaN).verdict()).isEqualTo("MISSED");
        assertThat(Bar.atLeast("hit", 8, "x", () -> Double.NaN).verdict()).isEqualTo("MISSED");
    }

    @Test
    void aFigureThatWasLeftOutHasNoVerdict() {
        Bar bar = Bar.atMost("hit", 20, "ns", () -> {
            throw new NotMeasured();
        });

        assertThat(bar.figure()).isEqualTo("not measured");
        assertThat(bar.verdict()).isEmpty();
    }
}
