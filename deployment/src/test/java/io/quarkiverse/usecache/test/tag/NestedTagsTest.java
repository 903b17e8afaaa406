package io.quarkiverse.usecache.test.tag;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.usecache.CacheLife;
import io.quarkiverse.usecache.CacheTag;
import io.quarkiverse.usecache.TagCache;
import io.quarkiverse.usecache.UseCache;
import io.quarkiverse.usecache.test.HandTicker;
import io.quarkus.test.QuarkusUnitTest;

/** Cases 21 to 23: tags travel from inner to outer cached calls. */
class NestedTagsTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(root -> root.addClasses(NestedTagsTest.class, HandTicker.class));

    @Inject
    Shop shop;

    @Inject
    TagCache tagCache;

    @Inject
    HandTicker ticker;

    @BeforeEach
    void forget() {
        tagCache.clearAll();
        Shop.OUTER.set(0);
        Shop.INNER.set(0);
        Shop.INNERMOST.set(0);
    }

    private void assertExecutions(int outer, int inner) {
        shop.outer();
        assertThat(List.of(Shop.OUTER.get(), Shop.INNER.get())).containsExactly(outer, inner);
    }

    @Test
    void case21AnInnerTagDropsTheOuterEntryAndNotTheOtherWayRound() {
        assertExecutions(1, 1);
        tagCache.revalidateTag("inner");
        assertExecutions(2, 2);
        tagCache.revalidateTag("outer");
        assertExecutions(3, 2);
        assertExecutions(3, 2);
    }

    @Test
    void case22TheSameWhenTheInnerCallWasAHit() {
        shop.inner();
        assertExecutions(1, 1);
        tagCache.revalidateTag("inner");
        assertExecutions(2, 2);
        tagCache.revalidateTag("outer");
        assertExecutions(3, 2);
    }

    @Test
    void case23TagsTravelAllTheWayAndAnInnermostLifeShortensAnImplicitOne() {
        assertExecutions(1, 1);
        assertThat(Shop.INNERMOST).hasValue(1);
        tagCache.revalidateTag("innermost");
        assertExecutions(2, 2);
        assertThat(Shop.INNERMOST).hasValue(2);
        ticker.advance(Duration.ofMinutes(1).plusNanos(1));
        assertExecutions(3, 3);
        assertThat(Shop.INNERMOST).hasValue(3);
    }

    @ApplicationScoped
    static class Shop {

        static final AtomicInteger OUTER = new AtomicInteger();
        static final AtomicInteger INNER = new AtomicInteger();
        static final AtomicInteger INNERMOST = new AtomicInteger();

        @UseCache
        @CacheTag("outer")
        public int outer() {
            return inner() + OUTER.incrementAndGet();
        }

        @UseCache
        @CacheTag("inner")
        public int inner() {
            return innermost() + INNER.incrementAndGet();
        }

        @UseCache
        @CacheTag("innermost")
        @CacheLife("seconds")
        public int innermost() {
            return INNERMOST.incrementAndGet();
        }
    }
}
