package io.quarkiverse.usecache.test.revalidate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.usecache.CacheTag;
import io.quarkiverse.usecache.RevalidateTag;
import io.quarkiverse.usecache.TagCache;
import io.quarkiverse.usecache.UseCache;
import io.quarkus.cache.CacheInvalidateAll;
import io.quarkus.cache.CacheResult;
import io.quarkus.test.QuarkusUnitTest;

/** A method that is cached and revalidates too. */
class BothAnnotationsTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(root -> root.addClass(BothAnnotationsTest.class));

    @Inject
    Till till;

    @Inject
    TagCache tagCache;

    @BeforeEach
    void forget() {
        tagCache.clearAll();
        till.forgetOldPrice();
        Till.EXECUTIONS.set(0);
    }

    @Test
    void revalidatesWhenItRunsAndNotOnAHit() {
        int before = till.price();
        int sold = till.sell();
        int after = till.price();
        assertThat(after).isNotEqualTo(before);
        assertThat(till.sell()).isEqualTo(sold);
        assertThat(till.price()).isEqualTo(after);
    }

    @Test
    void isNeverKeptWhenItRevalidatesItsOwnTag() {
        assertThat(till.restock()).isNotEqualTo(till.restock());
    }

    @Test
    void mayRevalidateBesideTheAnnotationsOfQuarkusCache() {
        int price = till.price();
        int old = till.oldPrice();
        assertThat(till.oldPrice()).isEqualTo(old);
        till.changeBoth();
        assertThat(till.price()).isNotEqualTo(price);
        assertThat(till.oldPrice()).isNotEqualTo(old);
    }

    @ApplicationScoped
    static class Till {

        static final AtomicInteger EXECUTIONS = new AtomicInteger();

        @UseCache
        @CacheTag("price")
        public int price() {
            return EXECUTIONS.incrementAndGet();
        }

        @CacheResult(cacheName = "old")
        public int oldPrice() {
            return EXECUTIONS.incrementAndGet();
        }

        @CacheInvalidateAll(cacheName = "old")
        public void forgetOldPrice() {
        }

        @UseCache
        @RevalidateTag("price")
        public int sell() {
            return EXECUTIONS.incrementAndGet();
        }

        @UseCache
        @CacheTag("stock")
        @RevalidateTag("stock")
        public int restock() {
            return EXECUTIONS.incrementAndGet();
        }

        @RevalidateTag("price")
        @CacheInvalidateAll(cacheName = "old")
        public void changeBoth() {
        }
    }
}
