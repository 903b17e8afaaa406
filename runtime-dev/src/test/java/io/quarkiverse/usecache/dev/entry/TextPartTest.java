package io.quarkiverse.usecache.dev.entry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextPartTest {

    @ParameterizedTest
    @CsvSource({ "booking:7,booking:7", "booking:7,KING", "BOOKING:7,king", "bobooking,booking", "Überflug,üBER", "(7),)" })
    void isFoundWhereverAndInAnyCase(String text, String part) {
        assertThat(new TextPart(part).isIn(text)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({ "booking:7,booking:77", "booking:7,bookings", "'',b", "b,bb" })
    void isNotFoundWhereItIsNot(String text, String part) {
        assertThat(new TextPart(part).isIn(text)).isFalse();
    }
}
