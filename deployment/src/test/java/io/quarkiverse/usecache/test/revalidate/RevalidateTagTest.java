package io.quarkiverse.usecache.test.revalidate;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.usecache.CacheTag;
import io.quarkiverse.usecache.RevalidateTag;
import io.quarkiverse.usecache.RevalidationMode;
import io.quarkiverse.usecache.TagCache;
import io.quarkiverse.usecache.TagsRevalidated;
import io.quarkiverse.usecache.TagsRevalidated.Origin;
import io.quarkiverse.usecache.UseCache;
import io.quarkus.test.QuarkusUnitTest;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;

/** When a revalidation acts, on what, and which observers hear of it. */
class RevalidateTagTest {

    private static final String FAILING_OBSERVER = "the observer fails";

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(root -> root.addClass(RevalidateTagTest.class))
            .setLogRecordPredicate(record -> record.getLevel().intValue() >= Level.WARNING.intValue())
            .assertLogRecords(records -> assertThat(records).filteredOn(record -> record.getThrown() != null
                    || record.getMessage().contains(FAILING_OBSERVER)).hasSizeLessThanOrEqualTo(1));

    @Inject
    Shop shop;

    @Inject
    Updates updates;

    @Inject
    TagCache tagCache;

    @BeforeEach
    void forget() {
        tagCache.clearAll();
        Listener.EVENTS.clear();
        Updates.pending = new CompletableFuture<>();
    }

    /** Runs an action, and returns which of a, b and c executed again. */
    private List<String> executedAgainAfter(Action action) throws Exception {
        List<Integer> before = List.of(shop.item("a"), shop.item("b"), shop.item("c"));
        action.run();
        List<Integer> after = List.of(shop.item("a"), shop.item("b"), shop.item("c"));
        return Arrays.asList("a", "b", "c").stream().filter(key -> {
            int i = "abc".indexOf(key);
            return !before.get(i).equals(after.get(i));
        }).toList();
    }

    @FunctionalInterface
    interface Action {
        void run() throws Exception;
    }

    @Test
    void aMethodThatSucceedsRevalidatesItsTagsAndNoOthers() throws Exception {
        assertThat(executedAgainAfter(() -> updates.update("a"))).containsExactly("a");
        assertThat(executedAgainAfter(() -> updates.updateSelf("b"))).containsExactly("b");
        assertThat(executedAgainAfter(() -> Updates.updateStatically("c"))).containsExactly("c");
        assertThat(executedAgainAfter(() -> updates.updateBoth("b", "c"))).containsExactly("b", "c");
        assertThat(executedAgainAfter(() -> updates.update("nobody has it"))).isEmpty();
    }

    @Test
    void templatesReadTheResult() throws Exception {
        assertThat(executedAgainAfter(() -> updates.updateAndReturn("a"))).containsExactly("a");
        assertThat(executedAgainAfter(() -> updates.updateAll(List.of("b", "c")))).containsExactly("b", "c");
        assertThat(executedAgainAfter(() -> updates.updateAll(List.of()))).isEmpty();
    }

    @Test
    void aMethodThatFailsRevalidatesNothing() throws Exception {
        assertThat(executedAgainAfter(() -> assertThatThrownBy(() -> updates.fail("a")).isExactlyInstanceOf(IOException.class)))
                .isEmpty();
        assertThat(executedAgainAfter(() -> updates.failLater("a").subscribe().withSubscriber(UniAssertSubscriber.create())
                .awaitFailure().assertFailedWith(IOException.class))).isEmpty();
        assertThat(executedAgainAfter(() -> assertThatThrownBy(() -> updates.failStage("a").toCompletableFuture().get())
                .cause().isExactlyInstanceOf(IOException.class))).isEmpty();
    }

    @Test
    void aUniRevalidatesWhenItHasItsItem() throws Exception {
        Uni<String> update = updates.updateLater("a");
        assertThat(executedAgainAfter(() -> assertThat(update).isNotNull())).isEmpty();
        CompletableFuture<String> subscription = update.subscribeAsCompletionStage();
        assertThat(executedAgainAfter(() -> assertThat(subscription).isNotDone())).isEmpty();
        assertThat(executedAgainAfter(() -> {
            Updates.pending.complete("a");
            subscription.get(10, SECONDS);
        })).containsExactly("a");
        assertThat(executedAgainAfter(() -> update.await().indefinitely())).containsExactly("a");
    }

    @Test
    void aStageRevalidatesWhenItCompletes() throws Exception {
        CompletionStage<String> update = updates.updateStage("a");
        assertThat(executedAgainAfter(() -> assertThat(update.toCompletableFuture()).isNotDone())).isEmpty();
        assertThat(executedAgainAfter(() -> {
            Updates.pending.complete("b");
            assertThat(update.toCompletableFuture().get(10, SECONDS)).isEqualTo("b");
        })).containsExactly("b");
    }

    @Test
    void aStaleEntryIsServedOnceMoreWhileItIsRefreshed() {
        int old = shop.item("a");
        updates.touch("a");
        assertThat(shop.item("a")).isEqualTo(old);
        await().untilAsserted(() -> assertThat(shop.item("a")).isGreaterThan(old));
        int refreshed = shop.item("a");
        assertThat(shop.item("a")).isEqualTo(refreshed);
    }

    @Test
    void severalModesActEachOnItsTags() {
        int a = shop.item("a");
        int b = shop.item("b");
        updates.updateAndTouch("a", "b");
        assertThat(shop.item("a")).isNotEqualTo(a);
        assertThat(shop.item("b")).isEqualTo(b);
        await().untilAsserted(() -> assertThat(shop.item("b")).isGreaterThan(b));
    }

    @Test
    void aRevalidationDuringALoadIsNotLost() throws Exception {
        Shop.gate = new CountDownLatch(1);
        Shop.entered = new CountDownLatch(1);
        CompletableFuture<Integer> running = CompletableFuture.supplyAsync(() -> shop.slow("a"));
        assertThat(Shop.entered.await(10, SECONDS)).isTrue();
        tagCache.revalidateTag("item:a");
        Shop.gate.countDown();
        int loaded = running.get(10, SECONDS);
        assertThat(shop.slow("a")).isGreaterThan(loaded);
    }

    @Test
    void aLoadThatRevalidatesItsOwnTagIsNotKept() {
        int first = shop.revalidatesItself("a");
        assertThat(shop.revalidatesItself("a")).isGreaterThan(first);
    }

    @Test
    void aReaderSeesTheOldValueBeforeAndTheNewOneAfter() {
        int old = shop.item("a");
        assertThat(shop.item("a")).isEqualTo(old);
        tagCache.revalidateTag("item:a");
        assertThat(shop.item("a")).isGreaterThan(old);
    }

    @Test
    void revalidationsOfSeveralThreadsAreAllEffectiveAndNumbersGrow() throws Exception {
        var threads = Executors.newFixedThreadPool(2);
        try {
            for (int i = 0; i < 100; i++) {
                shop.item("a");
                shop.item("b");
                CyclicBarrier barrier = new CyclicBarrier(2);
                var a = threads.submit(() -> revalidateTogether(barrier, "item:a"));
                var b = threads.submit(() -> revalidateTogether(barrier, "item:b"));
                assertThat(a.get(10, SECONDS)).isNotEqualTo(b.get(10, SECONDS));
                assertThat(executedAgainAfter(() -> assertThat(tagCache.revalidateTag("item:c").sequence())
                        .isGreaterThan(a.get()).isGreaterThan(b.get()))).containsExactly("c");
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private long revalidateTogether(CyclicBarrier barrier, String tag) throws Exception {
        barrier.await(10, SECONDS);
        return tagCache.revalidateTag(tag).sequence();
    }

    @Test
    void observersAreToldAfterTheEffect() {
        updates.updateAndTouch("heard", "heard too");
        await().untilAsserted(() -> assertThat(Listener.EVENTS).contains(
                new TagsRevalidated(List.of("item:heard"), RevalidationMode.EXPIRE, Origin.LOCAL),
                new TagsRevalidated(List.of("item:heard too"), RevalidationMode.STALE, Origin.LOCAL)));
    }

    @Test
    void anObserverThatFailsChangesNothing() throws Exception {
        shop.item("observed");
        assertThat(executedAgainAfter(() -> {
            tagCache.revalidateTag("item:a", "fail");
            await().until(() -> Listener.EVENTS.stream().anyMatch(event -> event.tags().contains("fail")));
        })).containsExactly("a");
    }

    @ApplicationScoped
    static class Shop {

        static final AtomicInteger EXECUTIONS = new AtomicInteger();
        static volatile CountDownLatch gate = new CountDownLatch(0);
        static volatile CountDownLatch entered = new CountDownLatch(1);

        @Inject
        TagCache tagCache;

        @UseCache
        @CacheTag("item:{key}")
        public int item(String key) {
            return EXECUTIONS.incrementAndGet();
        }

        @UseCache
        @CacheTag("item:{key}")
        public int slow(String key) {
            entered.countDown();
            try {
                gate.await(10, SECONDS);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return EXECUTIONS.incrementAndGet();
        }

        @UseCache
        @CacheTag("item:{key}")
        public int revalidatesItself(String key) {
            tagCache.revalidateTag("item:" + key);
            return EXECUTIONS.incrementAndGet();
        }
    }

    record Saved(String id) {
    }

    @ApplicationScoped
    static class Updates {

        static volatile CompletableFuture<String> pending;

        @RevalidateTag("item:{key}")
        public void update(String key) {
        }

        public void updateSelf(String key) {
            update(key);
        }

        @RevalidateTag("item:{key}")
        static void updateStatically(String key) {
        }

        @RevalidateTag("item:{a}")
        @RevalidateTag("item:{b}")
        public void updateBoth(String a, String b) {
        }

        @RevalidateTag("item:{result.id}")
        public Saved updateAndReturn(String key) {
            return new Saved(key);
        }

        @RevalidateTag("item:{result[]}")
        public List<String> updateAll(List<String> keys) {
            return keys;
        }

        @RevalidateTag("item:{key}")
        public void fail(String key) throws IOException {
            throw new IOException("failed");
        }

        @RevalidateTag("item:{key}")
        public Uni<Void> failLater(String key) {
            return Uni.createFrom().failure(new IOException("failed"));
        }

        @RevalidateTag("item:{key}")
        public CompletionStage<Void> failStage(String key) {
            return CompletableFuture.failedFuture(new IOException("failed"));
        }

        @RevalidateTag("item:{key}")
        public Uni<String> updateLater(String key) {
            return Uni.createFrom().completionStage(() -> pending);
        }

        @RevalidateTag("item:{result}")
        public CompletionStage<String> updateStage(String key) {
            return pending;
        }

        @RevalidateTag(value = "item:{key}", mode = RevalidationMode.STALE)
        public void touch(String key) {
        }

        @RevalidateTag("item:{a}")
        @RevalidateTag(value = "item:{b}", mode = RevalidationMode.STALE)
        public void updateAndTouch(String a, String b) {
        }
    }

    @ApplicationScoped
    static class Listener {

        static final ConcurrentLinkedQueue<TagsRevalidated> EVENTS = new ConcurrentLinkedQueue<>();

        void listen(@ObservesAsync TagsRevalidated event) {
            EVENTS.add(event);
        }

        void fail(@ObservesAsync TagsRevalidated event) {
            if (event.tags().contains("fail")) {
                throw new IllegalStateException(FAILING_OBSERVER);
            }
        }
    }
}
