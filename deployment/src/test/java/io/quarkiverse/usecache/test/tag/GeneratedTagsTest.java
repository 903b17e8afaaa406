package io.quarkiverse.usecache.test.tag;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.usecache.CacheTag;
import io.quarkiverse.usecache.TagCache;
import io.quarkiverse.usecache.UseCache;
import io.quarkus.test.QuarkusUnitTest;

/** Whatever text a template meets, the call returns, and the entry is either found by its tag or not there. */
class GeneratedTagsTest {

    private static final long SEED = Long.getLong("usecache.tags.seed", 1);
    private static final int CALLS = 2_000;
    private static final int LONGEST = 256;
    private static final String[] PIECES = { "a", "{", "}", "{{0}}", "{key}", " ", "é", "東", "\ud83d\ude00", "\ud800", "\u0000",
            "\n",
            "\u007f", "\u0085", "\u2028", "%00", ",", "*", "x".repeat(100), "x".repeat(250) };

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(root -> root.addClass(GeneratedTagsTest.class));

    @Inject
    Shop shop;

    @Inject
    TagCache tagCache;

    @Test
    void everyEntryIsReachedByItsTag() {
        Random random = new Random(SEED);
        for (int i = 0; i < CALLS; i++) {
            String key = i + text(random);
            String tag = "item:" + key;
            int first = shop.item(key);
            int second = shop.item(key);
            if (!isTag(tag)) {
                assertThat(second).as("[%s] of seed %d", key, SEED).isNotEqualTo(first);
                continue;
            }
            assertThat(second).as("[%s] of seed %d", key, SEED).isEqualTo(first);
            tagCache.revalidateTag(tag);
            assertThat(shop.item(key)).as("[%s] of seed %d", key, SEED).isNotEqualTo(first);
        }
        System.out.printf("Tags: %d generated from seed %d, each entry found by its tag%n", CALLS, SEED);
    }

    private static boolean isTag(String text) {
        return text.length() <= LONGEST && text.chars().noneMatch(Character::isISOControl)
                && UTF_8.newEncoder().canEncode(text);
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(5); i > 0; i--) {
            text.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return text.toString();
    }

    @ApplicationScoped
    static class Shop {

        private final AtomicInteger executions = new AtomicInteger();

        @UseCache
        @CacheTag("item:{key}")
        public int item(String key) {
            return executions.incrementAndGet();
        }
    }
}
