package io.quarkiverse.usecache.test.sharing;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.usecache.UseCache;
import io.quarkiverse.usecache.test.EventLoops;
import io.quarkus.test.QuarkusUnitTest;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Context;
import io.vertx.core.Vertx;

/** Calls that block all threads of the worker pool are answered: nothing they wait for needs a thread of that pool. */
@Timeout(60)
class FullWorkerPoolTest {

    private static final int THREADS = 4;
    private static final Duration LONG = Duration.ofSeconds(30);

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(root -> root.addClasses(FullWorkerPoolTest.class, EventLoops.class))
            .overrideConfigKey("quarkus.thread-pool.core-threads", "1")
            .overrideConfigKey("quarkus.thread-pool.max-threads", String.valueOf(THREADS))
            .overrideConfigKey("quarkus.use-cache.join-timeout", "2s");

    @Inject
    Shop shop;

    @Inject
    Vertx vertx;

    @Test
    void theItemOfALoadOnAnEventLoopReachesThemAll() throws Exception {
        Context eventLoop = EventLoops.newContext(vertx);
        EventLoops.subscribe(eventLoop, () -> shop.item("item"));
        EventLoops.call(eventLoop, () -> "ran").get(10, SECONDS);
        List<CompletableFuture<String>> waiting = blockAll("item");
        eventLoop.runOnContext(ignored -> Shop.PENDING.complete("loaded"));
        for (CompletableFuture<String> one : waiting) {
            assertThat(one.get(20, SECONDS)).isEqualTo("loaded");
        }
    }

    @Test
    void theEndOfTheirPatienceReachesThemToo() throws Exception {
        Context eventLoop = EventLoops.newContext(vertx);
        EventLoops.subscribe(eventLoop, () -> shop.item("never"));
        EventLoops.call(eventLoop, () -> "ran").get(10, SECONDS);
        for (CompletableFuture<String> one : blockAll("never")) {
            assertThat(one.get(20, SECONDS)).isEqualTo("second try");
        }
    }

    private List<CompletableFuture<String>> blockAll(String name) throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(THREADS);
        List<CompletableFuture<String>> waiting = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            waiting.add(CompletableFuture.supplyAsync(() -> {
                Uni<String> item = shop.item(name);
                begun.countDown();
                return item.await().atMost(LONG);
            }, Infrastructure.getDefaultExecutor()));
        }
        assertThat(begun.await(10, SECONDS)).isTrue();
        return waiting;
    }

    @ApplicationScoped
    static class Shop {

        static final CompletableFuture<String> PENDING = new CompletableFuture<>();

        private volatile boolean tried;

        @UseCache
        public Uni<String> item(String name) {
            if (name.equals("item")) {
                return Uni.createFrom().emitter(emitter -> PENDING.thenAccept(emitter::complete));
            }
            if (tried) {
                return Uni.createFrom().item("second try");
            }
            tried = true;
            return Uni.createFrom().nothing();
        }
    }
}
