package io.quarkiverse.usecache.test.tag;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.usecache.CachedCall;
import io.quarkiverse.usecache.UseCache;
import io.quarkus.test.QuarkusUnitTest;

/** Case 25: unlike Next.js, which drops such a tag, nothing is kept that nobody could revalidate. */
class RefusedTagsTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(root -> root.addClass(RefusedTagsTest.class))
            .setLogRecordPredicate(record -> record.getLevel().intValue() >= Level.WARNING.intValue()
                    && record.getLoggerName().startsWith("io.quarkiverse.usecache"))
            .assertLogRecords(records -> assertThat(records).as("one warning for the method").hasSize(1));

    @Inject
    Shop shop;

    @Test
    void case25AValueWithATagThatBreaksTheRulesIsReturnedAndNotCached() {
        String[] tooMany = IntStream.range(0, 129).mapToObj(i -> "t" + i).toArray(String[]::new);
        Stream.of(tooMany, tags("x".repeat(257)), tags(""), tags("two\nlines")).forEach(tags -> assertThat(shop.tagged(tags))
                .isEqualTo(shop.tagged(tags) - 1));
        List<String[]> allowed = List.of(Arrays.copyOf(tooMany, 128), tags("x".repeat(256)));
        assertThat(allowed).allSatisfy(tags -> assertThat(shop.tagged(tags)).isEqualTo(shop.tagged(tags)));
    }

    private static String[] tags(String tag) {
        return new String[] { tag };
    }

    @ApplicationScoped
    static class Shop {

        static final AtomicInteger EXECUTIONS = new AtomicInteger();

        @UseCache
        public int tagged(String[] tags) {
            CachedCall.cacheTag(tags);
            return EXECUTIONS.incrementAndGet();
        }
    }
}
