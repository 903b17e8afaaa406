package io.quarkiverse.usecache.runtime.life;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.AfterTry;

/** What holds for every text. */
class DurationTextPropertiesTest {

    private static final Map<String, ChronoUnit> UNITS = Map.of("ms", ChronoUnit.MILLIS, "s", ChronoUnit.SECONDS, "m",
            ChronoUnit.MINUTES, "h", ChronoUnit.HOURS, "d", ChronoUnit.DAYS);

    private static int tries;

    @AfterTry
    void count() {
        tries++;
    }

    @AfterContainer
    static void say() {
        System.out.printf("Properties: %d tries of durations%n", tries);
    }

    @Property(tries = 2_000)
    void anyTextIsADurationOrRefused(@ForAll String text) {
        readOrRefused(text);
    }

    @Property(tries = 5_000)
    void textThatLooksLikeADurationIsADurationOrRefused(@ForAll("lookingAlike") String text) {
        readOrRefused(text);
    }

    @Provide
    Arbitrary<String> lookingAlike() {
        Arbitrary<String> pieces = Arbitraries.of("P", "T", "-", "+", " ", "0", "9", "123", "9223372036854775807", ".", ",",
                "e", "d", "D", "h", "H", "m", "M", "ms", "s", "S", "y", "w", "never");
        return pieces.list().ofMaxSize(8).map(list -> String.join("", list));
    }

    private static void readOrRefused(String text) {
        for (DurationText form : DurationText.values()) {
            try {
                assertThat(form.parse(text)).isGreaterThanOrEqualTo(Duration.ZERO);
            } catch (IllegalArgumentException e) {
                assertThat(e).hasMessageStartingWith("[").hasMessageContaining(text.trim());
            }
        }
    }

    @Property
    void aNumberWithAUnitIsSoMuchOfIt(@ForAll @IntRange(min = 0) int amount, @ForAll("units") String unit) {
        assertThat(DurationText.LIMITED.parse(amount + unit)).isEqualTo(Duration.of(amount, UNITS.get(unit)));
    }

    @Provide
    Arbitrary<String> units() {
        return Arbitraries.of(UNITS.keySet());
    }

    @Property
    void everyDurationIsReadAsItIsWritten(@ForAll("durations") Duration duration) {
        assertThat(DurationText.LIMITED.parse(duration.toString())).isEqualTo(duration);
    }

    @Provide
    Arbitrary<Duration> durations() {
        return Combinators.combine(Arbitraries.longs().greaterOrEqual(0), Arbitraries.integers().between(0, 999_999_999))
                .as(Duration::ofSeconds);
    }

    @Property
    void noNegativeDurationIsAccepted(@ForAll @LongRange(min = 1) long seconds) {
        try {
            assertThat(DurationText.UNLIMITED.parse(Duration.ofSeconds(-seconds).toString())).isNull();
        } catch (IllegalArgumentException e) {
            assertThat(e).hasMessageEndingWith("] is negative");
        }
    }
}
