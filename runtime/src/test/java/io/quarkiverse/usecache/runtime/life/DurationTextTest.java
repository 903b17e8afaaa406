package io.quarkiverse.usecache.runtime.life;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.usecache.Lifetime;

class DurationTextTest {

    @ParameterizedTest
    @CsvSource({ "30s, PT30S", "5m, PT5M", "1h, PT1H", "2d, PT48H", "PT1H30M, PT1H30M", "P1D, PT24H", "0, PT0S", "0s, PT0S",
            "250ms, PT0.25S", "' 5m ', PT5M" })
    void validFormsAreRead(String text, Duration expected) {
        assertThat(DurationText.LIMITED.parse(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = { "5 parsecs", "never", "soon", "", " ", "s", "99999999999999999999d", "9223372036854775807d",
            "P1Y", "1,5h" })
    void otherTextIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> DurationText.LIMITED.parse(text))
                .withMessage("[" + text + "] is not a duration");
    }

    @ParameterizedTest
    @ValueSource(strings = { "-5m", "-1", "PT-1S", "-PT1H" })
    void negativeDurationsAreRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> DurationText.LIMITED.parse(text))
                .withMessage("[" + text + "] is negative");
    }

    @Test
    void onlyExpireCanBeNever() {
        assertThat(DurationText.UNLIMITED.parse("never")).isEqualTo(Lifetime.NEVER);
        assertThat(DurationText.UNLIMITED.validForms())
                .isEqualTo("Write 30s, 5m, 1h, 2d, ISO-8601 such as PT1H30M, 0, or never.");
        assertThat(DurationText.LIMITED.validForms()).isEqualTo("Write 30s, 5m, 1h, 2d, ISO-8601 such as PT1H30M, or 0.");
    }
}
