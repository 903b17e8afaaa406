package io.quarkiverse.usecache.test.revalidate;

import static io.quarkiverse.usecache.RevalidationMode.STALE;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.usecache.CacheTag;
import io.quarkiverse.usecache.Revalidation;
import io.quarkiverse.usecache.TagCache;
import io.quarkiverse.usecache.UseCache;
import io.quarkiverse.usecache.test.Meanwhile;
import io.quarkus.arc.Arc;
import io.quarkus.arc.ManagedContext;
import io.quarkus.test.QuarkusUnitTest;

/** Cases 31 to 35, 38 and 40: what a call gets after a revalidation, and during one. */
class RevalidationTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(root -> root.addClasses(RevalidationTest.class, Meanwhile.class));

    @Inject
    Shop shop;

    @Inject
    TagCache tagCache;

    @BeforeEach
    void forget() {
        tagCache.clearAll();
        Shop.EXECUTIONS.set(0);
        Shop.RUNNING.set(0);
        Shop.MOST_AT_ONCE.set(0);
        Shop.open();
    }

    @Test
    void case31TheNextCallExecutesWhoeverCallsAndWhereverItWasRevalidated() throws Exception {
        assertThat(shop.value()).isEqualTo(1);
        Meanwhile.call(() -> tagCache.revalidateTag("shop")).get(10, SECONDS);
        assertThat(Meanwhile.call(shop::value).get(10, SECONDS)).isEqualTo(2);
        assertThat(shop.value()).isEqualTo(2);
        inRequest(() -> tagCache.revalidateTag("shop"));
        assertThat(shop.value()).isEqualTo(3);
    }

    private static void inRequest(Runnable work) {
        ManagedContext request = Arc.container().requestContext();
        request.activate();
        try {
            work.run();
        } finally {
            request.terminate();
        }
    }

    @Test
    void case32AStaleEntryIsServedAtOnceWhileOneExecutionRefreshesIt() {
        assertThat(shop.value()).isEqualTo(1);
        Shop.close();
        tagCache.revalidateTag(STALE, "shop");
        for (int i = 0; i < 10; i++) {
            assertThat(shop.value()).isEqualTo(1);
        }
        Shop.release.countDown();
        await().untilAsserted(() -> assertThat(shop.value()).isEqualTo(2));
        assertThat(Shop.EXECUTIONS).hasValue(2);
    }

    @Test
    void case33StaleDuringARefreshMeansOneMoreAndNotTwoAtOnce() {
        assertThat(shop.value()).isEqualTo(1);
        Shop.close();
        tagCache.revalidateTag(STALE, "shop");
        assertThat(shop.value()).isEqualTo(1);
        Meanwhile.await(Shop.loading);
        tagCache.revalidateTag(STALE, "shop");
        assertThat(shop.value()).isEqualTo(1);
        Shop.release.countDown();

        await().untilAsserted(() -> assertThat(shop.value()).isEqualTo(3));
        assertThat(shop.value()).isEqualTo(3);
        assertThat(Shop.EXECUTIONS).hasValue(3);
        assertThat(Shop.MOST_AT_ONCE).hasValue(1);
    }

    @Test
    void case34ARevalidationDuringALoadLeavesItsValueToItsCallers() throws Exception {
        Shop.close();
        CompletableFuture<Integer> first = Meanwhile.call(shop::value);
        Meanwhile.await(Shop.loading);
        CompletableFuture<Integer> joined = Meanwhile.join(shop::value);
        tagCache.revalidateTag("shop");
        Shop.release.countDown();

        assertThat(first.get(10, SECONDS)).isEqualTo(1);
        assertThat(joined.get(10, SECONDS)).isIn(1, 2);
        assertThat(shop.value()).isEqualTo(2);
    }

    @Test
    void case35ACallThatRevalidatesItsOwnTagReturnsAndIsNotKept() {
        assertThat(shop.revalidatingItself()).isEqualTo(1);
        assertThat(shop.revalidatingItself()).isEqualTo(2);
        assertThat(Shop.EXECUTIONS).hasValue(2);
    }

    @Test
    void case38InOneRequestTheOldValueIsFollowedByTheNewOne() {
        inRequest(() -> {
            assertThat(shop.value()).isEqualTo(1);
            tagCache.revalidateTag("shop");
            assertThat(shop.value()).isEqualTo(2);
            assertThat(shop.value()).isEqualTo(2);
        });
    }

    @Test
    void case40TwoRevalidationsAtOnceAreBothEffectiveAndNumbered() throws Exception {
        List<Long> numbers = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            int old = shop.value();
            CompletableFuture<Revalidation> other = Meanwhile.call(() -> tagCache.revalidateTag("shop"));
            numbers.add(tagCache.revalidateTag("shop").sequence());
            assertThat(shop.value()).isGreaterThan(old);
            numbers.add(other.get(10, SECONDS).sequence());
            assertThat(shop.value()).isGreaterThan(old);
        }
        assertThat(numbers).doesNotHaveDuplicates();
        assertThat(tagCache.revalidateTag("shop").sequence()).isGreaterThan(numbers.stream().max(Long::compare).get());
    }

    @ApplicationScoped
    @CacheTag("shop")
    static class Shop {

        static final AtomicInteger EXECUTIONS = new AtomicInteger();
        static final AtomicInteger RUNNING = new AtomicInteger();
        static final AtomicInteger MOST_AT_ONCE = new AtomicInteger();
        static volatile CountDownLatch loading;
        static volatile CountDownLatch release;

        @Inject
        TagCache tagCache;

        static void open() {
            loading = new CountDownLatch(0);
            release = new CountDownLatch(0);
        }

        static void close() {
            loading = new CountDownLatch(1);
            release = new CountDownLatch(1);
        }

        @UseCache
        public int value() {
            int execution = EXECUTIONS.incrementAndGet();
            MOST_AT_ONCE.accumulateAndGet(RUNNING.incrementAndGet(), Math::max);
            loading.countDown();
            Meanwhile.await(release);
            RUNNING.decrementAndGet();
            return execution;
        }

        @UseCache
        public int revalidatingItself() {
            tagCache.revalidateTag("shop");
            return EXECUTIONS.incrementAndGet();
        }
    }
}
