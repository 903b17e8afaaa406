package io.quarkiverse.usecache.test.sharing;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.usecache.CacheTag;
import io.quarkiverse.usecache.TagCache;
import io.quarkiverse.usecache.UseCache;
import io.quarkiverse.usecache.runtime.view.CacheView;
import io.quarkiverse.usecache.runtime.view.CacheView.EntryQuery;
import io.quarkiverse.usecache.test.EventLoops;
import io.quarkiverse.usecache.test.Meanwhile;
import io.quarkiverse.usecache.test.security.Users;
import io.quarkus.arc.Arc;
import io.quarkus.arc.ClientProxy;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.test.QuarkusUnitTest;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.vertx.core.Context;
import io.vertx.core.Vertx;

/** Cases 54, 58 and 61: what concurrent callers share, how much is kept, and what is not kept alive. */
class SharingTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(root -> root.addClasses(SharingTest.class, Meanwhile.class, EventLoops.class, Users.class))
            .overrideRuntimeConfigKey("quarkus.use-cache.caches.\"none\".maximum-size", "0")
            .overrideRuntimeConfigKey("quarkus.use-cache.caches.\"small\".maximum-size", "100");

    @Inject
    Shop shop;

    @Inject
    TagCache tagCache;

    @Inject
    CacheView view;

    @Inject
    Vertx vertx;

    @Inject
    CurrentIdentityAssociation identity;

    @BeforeEach
    void forget() {
        tagCache.clearAll();
        Shop.EXECUTIONS.set(0);
        Shop.pending = new CompletableFuture<>();
        Shop.release = new CountDownLatch(1);
    }

    @Test
    void case54ConcurrentCallsOnAColdKeyShareOneExecution() throws Exception {
        List<CompletableFuture<Integer>> values = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            values.add(Meanwhile.join(shop::value));
        }
        Shop.release.countDown();
        for (CompletableFuture<Integer> value : values) {
            assertThat(value.get(10, SECONDS)).isEqualTo(1);
        }
        assertThat(Shop.EXECUTIONS).hasValue(1);
    }

    @Test
    void case54OneSubscriberThatCancelsTakesNothingFromTheOthers() throws Exception {
        Cancellable cancelled = shop.item(0).subscribe().with(item -> {
        });
        List<CompletableFuture<Integer>> items = new ArrayList<>();
        for (int i = 0; i < 19; i++) {
            items.add(shop.item(0).subscribeAsCompletionStage());
        }
        cancelled.cancel();
        Shop.pending.complete(7);
        for (CompletableFuture<Integer> item : items) {
            assertThat(item.get(10, SECONDS)).isEqualTo(7);
        }
        assertThat(Shop.EXECUTIONS).hasValue(1);
    }

    @Test
    void case58ACacheKeepsNoMoreThanItsMaximumSizeAndEvictionLosesNothing() throws Exception {
        assertThat(shop.none()).isNotEqualTo(shop.none());
        List<CompletableFuture<Integer>> inFlight = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            inFlight.add(shop.item(i).subscribeAsCompletionStage());
        }
        Shop.pending.complete(7);
        for (CompletableFuture<Integer> item : inFlight) {
            assertThat(item.get(10, SECONDS)).isEqualTo(7);
        }
        await().untilAsserted(() -> assertThat(view.entries(new EntryQuery(List.of(), "small", 0, 0)).total())
                .isBetween(1L, 100L));
    }

    @Test
    void case61NoContextOfACallerIsReachableAfterManyCalls() throws Exception {
        Shop.pending.complete(7);
        List<WeakReference<?>> contexts = new ArrayList<>();
        for (int i = 0; i < 100_000; i++) {
            int id = i % 500;
            if (i % 100 == 0) {
                callInRequest(id, contexts);
                callOnEventLoop(id, contexts);
                tagCache.revalidateTag("id:" + id / 2);
            } else {
                shop.seenBy(id);
            }
        }
        assertThat(contexts).hasSize(3_000);
        await().untilAsserted(() -> {
            System.gc();
            assertThat(contexts).allMatch(context -> context.refersTo(null));
        });
        assertThat(view.caches()).anyMatch(cache -> cache.entries() > 0);
    }

    private void callInRequest(int id, List<WeakReference<?>> contexts) {
        contexts.add(Users.as("ann", () -> {
            shop.seenBy(id);
            contexts.add(new WeakReference<>(identity.getIdentity()));
            return new WeakReference<>(ClientProxy.unwrap(shop.visitor()));
        }));
    }

    private void callOnEventLoop(int id, List<WeakReference<?>> contexts) throws Exception {
        Context context = EventLoops.newContext(vertx);
        EventLoops.subscribe(context, () -> shop.item(id)).get(10, SECONDS);
        contexts.add(new WeakReference<>(context));
    }

    @RequestScoped
    static class Visitor {

        int sees(int id) {
            return id;
        }
    }

    @ApplicationScoped
    static class Shop {

        static final AtomicInteger EXECUTIONS = new AtomicInteger();
        static volatile CompletableFuture<Integer> pending;
        static volatile CountDownLatch release;

        @Inject
        Visitor visitor;

        Visitor visitor() {
            return visitor;
        }

        @UseCache
        public int value() {
            Meanwhile.await(release);
            return EXECUTIONS.incrementAndGet();
        }

        @UseCache("small")
        @CacheTag("id:{id}")
        public Uni<Integer> item(int id) {
            EXECUTIONS.incrementAndGet();
            return Uni.createFrom().emitter(emitter -> pending.thenAccept(emitter::complete));
        }

        @UseCache("none")
        public int none() {
            return EXECUTIONS.incrementAndGet();
        }

        @UseCache
        @CacheTag("id:{id}")
        public int seenBy(int id) {
            return Arc.container().requestContext().isActive() ? visitor.sees(id) : id;
        }
    }
}
