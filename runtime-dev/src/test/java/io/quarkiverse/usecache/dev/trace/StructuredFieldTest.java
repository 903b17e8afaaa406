package io.quarkiverse.usecache.dev.trace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What does not fit into a header field is replaced. */
class StructuredFieldTest {

    @Test
    void aNameIsATokenIfItCan() {
        assertThat(StructuredField.name("products")).isEqualTo("products");
        assertThat(StructuredField.name("my products")).isEqualTo("\"my products\"");
        assertThat(StructuredField.name("1st")).isEqualTo("\"1st\"");
    }

    @Test
    void quotesAreEscapedAndOtherCharactersReplaced() {
        assertThat(StructuredField.string("a\"b\\c\r\nd\u00e9")).isEqualTo("\"a\\\"b\\\\c??d?\"");
    }

    @Test
    void aLongTextIsCutOff() {
        assertThat(StructuredField.string("x".repeat(1000))).isEqualTo("\"" + "x".repeat(120) + "...\"");
    }
}
