package io.quarkiverse.usecache.test.life;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.github.benmanes.caffeine.cache.Weigher;

import io.quarkiverse.usecache.UseCache;
import io.quarkiverse.usecache.runtime.view.CacheView;
import io.quarkiverse.usecache.runtime.view.CacheView.EntryQuery;
import io.quarkus.test.QuarkusUnitTest;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Uni;

/** How much a cache holds. */
class SizeTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(root -> root.addClass(SizeTest.class))
            .overrideRuntimeConfigKey("quarkus.use-cache.caches.\"small\".maximum-size", "100")
            .overrideRuntimeConfigKey("quarkus.use-cache.caches.\"none\".maximum-size", "0")
            .overrideRuntimeConfigKey("quarkus.use-cache.caches.\"weighed\".maximum-weight", "1000");

    @Inject
    Shop shop;

    @Inject
    CacheView view;

    @Test
    void aCacheHoldsNoMoreThanItsMaximumSize() {
        for (int i = 0; i < 1_000; i++) {
            shop.small(i);
        }
        assertThat(entriesOf("small")).isBetween(1L, 100L);
    }

    @Test
    void aCacheOfSizeZeroStoresNothingAndStillSharesALoad() throws Exception {
        assertThat(shop.none(1)).isNotEqualTo(shop.none(1));
        CompletableFuture<Integer> pending = new CompletableFuture<>();
        Shop.pending = pending;
        CompletableFuture<Integer> first = shop.noneLater().subscribeAsCompletionStage();
        CompletableFuture<Integer> second = shop.noneLater().subscribeAsCompletionStage();
        Shop.pending = CompletableFuture.completedFuture(2);
        pending.complete(1);
        assertThat(first.get(10, TimeUnit.SECONDS)).isEqualTo(second.get(10, TimeUnit.SECONDS)).isEqualTo(1);
        assertThat(shop.noneLater().await().indefinitely()).isEqualTo(2);
        assertThat(entriesOf("none")).isZero();
    }

    @Test
    void aWeigherSaysHowMuchAnEntryCounts() {
        for (int i = 0; i < 100; i++) {
            shop.weighed("k" + i, 100);
        }
        assertThat(entriesOf("weighed")).isBetween(1L, 10L);
        assertThat(shop.weighed("too heavy", 1_001)).isNotSameAs(shop.weighed("too heavy", 1_001));
        assertThat(Weight.key).isEqualTo(List.of("too heavy", 1_001));
    }

    @Test
    void aWeigherThatFailsKeepsTheEntryOut() {
        assertThat(shop.weighed("fail", 1)).isNotSameAs(shop.weighed("fail", 1));
    }

    private long entriesOf(String cache) {
        return view.entries(new EntryQuery(List.of(), cache, 0, 0)).total();
    }

    @ApplicationScoped
    static class Shop {

        static final AtomicInteger EXECUTIONS = new AtomicInteger();
        static volatile CompletableFuture<Integer> pending;

        @UseCache("small")
        public int small(int id) {
            return EXECUTIONS.incrementAndGet();
        }

        @UseCache("none")
        public int none(int id) {
            return EXECUTIONS.incrementAndGet();
        }

        @UseCache("none")
        public Uni<Integer> noneLater() {
            return Uni.createFrom().completionStage(pending);
        }

        @UseCache("weighed")
        public byte[] weighed(String key, int bytes) {
            return new byte[bytes];
        }
    }

    @ApplicationScoped
    @Identifier("weighed")
    static class Weight implements Weigher<Object, Object> {

        static volatile Object key;

        @Override
        public int weigh(Object arguments, Object value) {
            if (arguments.toString().contains("fail")) {
                throw new IllegalStateException("cannot weigh");
            }
            key = arguments;
            return ((byte[]) value).length;
        }
    }
}
