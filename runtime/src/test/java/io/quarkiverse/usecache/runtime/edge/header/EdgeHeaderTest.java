package io.quarkiverse.usecache.runtime.edge.header;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.quarkiverse.usecache.spi.TagText;

@Timeout(60)
class EdgeHeaderTest {

    @Test
    void headersAreNamedAsInAnswers() {
        assertThat(EdgeHeader.named(" cdn-cache-control ")).isEqualTo(EdgeHeader.CDN_CACHE_CONTROL);
        assertThat(EdgeHeader.named("ETag")).isEqualTo(EdgeHeader.ETAG);
    }

    @Test
    void anotherNameIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> EdgeHeader.named("Expires"))
                .withMessage("quarkus.use-cache.http.headers [Expires] is no header that answers can be given. Name some of "
                        + "Cache-Tag, Surrogate-Key, xkey, Cache-Groups, Cache-Control, CDN-Cache-Control, Age, Cache-Status, "
                        + "ETag, Cache-Group-Invalidation.");
    }

    @Test
    void differentTagsStayDifferent() {
        assertThat(List.of("a b", "a%20b", "a,b", "a;b", "a\"b", "a\\b", "aüb", "a%b", "ab")).extracting(TagText::of)
                .doesNotHaveDuplicates().allMatch(text -> text.matches("[!-~&&[^,;\"\\\\]]+"));
    }

    @Test
    void limitsAreThoseOfTheReaders() {
        List<String> tooLong = List.of("x".repeat(1_025));

        assertThat(TagField.SURROGATE_KEY.problemWith(tooLong, tooLong.get(0)))
                .isEqualTo("a tag of 1025 bytes, and one may have 1024");
        assertThat(TagField.XKEY.problemWith(tooLong, tooLong.get(0))).isNull();
        assertThat(TagField.XKEY.problemWith(tooLong, "x".repeat(8_185))).isEqualTo("8185 bytes, and may have 8184");
        assertThat(TagField.CACHE_TAG.problemWith(List.of(), "x".repeat(16_384))).isNull();
    }
}
