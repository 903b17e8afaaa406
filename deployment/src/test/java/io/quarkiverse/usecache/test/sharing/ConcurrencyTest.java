package io.quarkiverse.usecache.test.sharing;

import static io.quarkiverse.usecache.CachedCall.cacheTag;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.usecache.CacheTag;
import io.quarkiverse.usecache.TagCache;
import io.quarkiverse.usecache.UseCache;
import io.quarkiverse.usecache.runtime.view.CacheView;
import io.quarkiverse.usecache.runtime.view.CacheView.EntryQuery;
import io.quarkiverse.usecache.runtime.view.CacheView.EntrySummary;
import io.quarkiverse.usecache.test.EventLoops;
import io.quarkus.test.QuarkusUnitTest;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Vertx;

/** Many callers at once share one execution, and many calls at once keep their tags apart. */
class ConcurrencyTest {

    private static final int CALLERS = 1_000;

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(root -> root.addClasses(ConcurrencyTest.class, EventLoops.class))
            .overrideConfigKey("quarkus.use-cache.caches.\"interleaved\".maximum-size", "20000");

    @Inject
    Shop shop;

    @Inject
    Vertx vertx;

    @Inject
    TagCache tagCache;

    @Inject
    CacheView view;

    @BeforeEach
    void forget() {
        tagCache.clearAll();
        Shop.reset();
    }

    @Test
    void aThousandSubscribersOnEventLoopsShareOneExecution() throws Exception {
        List<CompletableFuture<Object>> items = new ArrayList<>();
        CountDownLatch subscribed = new CountDownLatch(CALLERS);
        for (int i = 0; i < CALLERS; i++) {
            items.add(EventLoops.subscribe(EventLoops.newContext(vertx),
                    () -> shop.item().onSubscription().invoke(subscribed::countDown)));
        }
        assertThat(subscribed.await(30, SECONDS)).isTrue();
        Shop.pending.complete(new Object());
        assertAllEqual(items);
    }

    @Test
    void aThousandThreadsShareOneExecution() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(CALLERS);
        try {
            CountDownLatch running = new CountDownLatch(CALLERS);
            Callable<Object> call = () -> {
                running.countDown();
                return shop.value();
            };
            List<Future<Object>> values = new ArrayList<>();
            for (int i = 0; i < CALLERS; i++) {
                values.add(threads.submit(call));
            }
            assertThat(running.await(30, SECONDS)).isTrue();
            Shop.release.countDown();
            assertAllEqual(values);
        } finally {
            threads.shutdownNow();
        }
    }

    private void assertAllEqual(List<? extends Future<Object>> futures) throws Exception {
        Set<Object> distinct = new HashSet<>();
        for (Future<Object> future : futures) {
            distinct.add(future.get(30, SECONDS));
        }
        assertThat(distinct).hasSize(1);
        assertThat(Shop.executions).hasValue(1);
    }

    @Test
    void tenThousandInterleavedCallsHaveTheirOwnTagsEach() throws Exception {
        List<Future<?>> calls = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            int id = i;
            calls.add(i % 2 == 0 ? Infrastructure.getDefaultWorkerPool().submit(() -> shop.tagged(id))
                    : EventLoops.subscribe(EventLoops.newContext(vertx), () -> shop.taggedLater(id)));
        }
        for (Future<?> call : calls) {
            call.get(60, SECONDS);
        }
        List<EntrySummary> entries = view.entries(new EntryQuery(List.of("interleaved"), null, 0, 20_000)).entries();
        assertThat(entries).hasSize(10_000).allSatisfy(entry -> assertThat(entry.tags())
                .containsExactlyInAnyOrder("interleaved", "argument:" + entry.value(), "before:" + entry.value(),
                        "after:" + entry.value()));
        System.out.printf("Tags: %d interleaved calls, each entry has its own%n", calls.size());
    }

    @ApplicationScoped
    static class Shop {

        static final AtomicInteger executions = new AtomicInteger();
        static volatile CompletableFuture<Object> pending;
        static volatile CountDownLatch release;

        static void reset() {
            executions.set(0);
            pending = new CompletableFuture<>();
            release = new CountDownLatch(1);
        }

        @UseCache
        public Uni<Object> item() {
            executions.incrementAndGet();
            return Uni.createFrom().emitter(emitter -> pending.thenAccept(emitter::complete));
        }

        @UseCache
        public Object value() throws InterruptedException {
            executions.incrementAndGet();
            release.await(30, SECONDS);
            return new Object();
        }

        @UseCache("interleaved")
        @CacheTag({ "interleaved", "argument:{id}" })
        public int tagged(int id) {
            cacheTag("before:" + id);
            Thread.yield();
            cacheTag("after:" + id);
            return id;
        }

        @UseCache("interleaved")
        @CacheTag({ "interleaved", "argument:{id}" })
        public Uni<Integer> taggedLater(int id) {
            cacheTag("before:" + id);
            return Uni.createFrom().item(id).emitOn(Infrastructure.getDefaultWorkerPool())
                    .invoke(item -> cacheTag("after:" + item));
        }
    }
}
