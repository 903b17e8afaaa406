package io.quarkiverse.usecache.runtime.tag;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class LogTextTest {

    @Test
    void whatIsHarmlessStaysAsItIs() {
        assertThat(LogText.of("größe:東京 😀 \\n [x]")).isEqualTo("größe:東京 😀 \\n [x]");
        assertThat(LogText.of(null)).isEqualTo("null");
        assertThat(LogText.of(List.of("a", "b"))).isEqualTo("[a, b]");
    }

    @Test
    void nothingEndsTheLine() {
        assertThat(LogText.of("a\r\nb\tc\u0000\u001b[2J\u0085\u2028\u2029"))
                .isEqualTo("a\\u000d\\u000ab\\u0009c\\u0000\\u001b[2J\\u0085\\u2028\\u2029");
    }

    @Test
    void nothingReversesTheLine() {
        assertThat(LogText.of("a\u202eb\u2066c\udb40\udc41")).isEqualTo("a\\u202eb\\u2066c\\udb40\\udc41");
    }

    @Test
    void halvesOfCharactersAreShown() {
        assertThat(LogText.of("\ud800 \udc00")).isEqualTo("\\ud800 \\udc00");
    }

    @Test
    void itIsShortened() {
        assertThat(LogText.of("x".repeat(1_000_000))).hasSize(1_003).endsWith("x...");
        assertThat(LogText.of("\n".repeat(1_000_000))).hasSizeLessThan(1_020).endsWith("\\u000a...");
    }

    @Test
    void aFailingTextIsNamed() {
        assertThat(LogText.of(new Object() {
            @Override
            public String toString() {
                return toString();
            }
        })).isEqualTo(LogTextTest.class.getName() + "$1, whose toString() fails: java.lang.StackOverflowError");
    }
}
