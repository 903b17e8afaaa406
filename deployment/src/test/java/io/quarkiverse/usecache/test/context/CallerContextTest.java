package io.quarkiverse.usecache.test.context;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.usecache.TagCache;
import io.quarkiverse.usecache.UseCache;
import io.quarkiverse.usecache.test.EventLoops;
import io.quarkus.test.QuarkusUnitTest;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Context;
import io.vertx.core.Vertx;

/** A call that waits for another's load goes on where it was, and an event loop never waits. */
class CallerContextTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(root -> root.addClasses(CallerContextTest.class, EventLoops.class));

    @Inject
    Shop shop;

    @Inject
    Vertx vertx;

    @Inject
    TagCache tagCache;

    Context first;
    Context second;

    @BeforeEach
    void forget() {
        tagCache.clearAll();
        Shop.reset();
        first = EventLoops.newContext(vertx);
        second = EventLoops.newContext(vertx);
    }

    @Test
    void anEventLoopGetsItsItemOnItsOwnContext() throws Exception {
        CompletableFuture<Place> leader = EventLoops.subscribe(first, this::place);
        settled(first);
        CompletableFuture<Place> joiner = EventLoops.subscribe(second, this::place);
        settled(second);
        complete(first);
        assertThat(leader.get(10, TimeUnit.SECONDS)).isEqualTo(new Place(first, true));
        assertThat(joiner.get(10, TimeUnit.SECONDS)).isEqualTo(new Place(second, true));
    }

    @Test
    void aWorkerGetsItsItemOnAWorkerOfItsOwnContext() throws Exception {
        EventLoops.subscribe(first, this::place);
        settled(first);
        CompletableFuture<Place> joiner = EventLoops.subscribeOnWorker(second, this::place);
        EventLoops.subscribeOnWorker(second, () -> Uni.createFrom().voidItem()).get(10, TimeUnit.SECONDS);
        complete(first);
        assertThat(joiner.get(10, TimeUnit.SECONDS)).isEqualTo(new Place(second, false));
    }

    @Test
    void anEventLoopIsNotLeftForAWorkerOfTheSameContext() throws Exception {
        EventLoops.subscribe(first, this::place);
        CompletableFuture<Place> joiner = EventLoops.subscribe(first, this::place);
        settled(first);
        first.executeBlocking(() -> Shop.pending.complete("item"), false);
        assertThat(joiner.get(10, TimeUnit.SECONDS)).isEqualTo(new Place(first, true));
    }

    @Test
    void aThreadWithoutContextIsNotMovedToThatOfAnother() throws Exception {
        EventLoops.subscribe(first, this::place);
        settled(first);
        CompletableFuture<Place> joiner = new CompletableFuture<>();
        place().subscribe().with(joiner::complete, joiner::completeExceptionally);
        complete(first);
        Place place = joiner.get(10, TimeUnit.SECONDS);
        assertThat(place.eventLoop()).isFalse();
        assertThat(place.context()).isNotSameAs(first);
    }

    @Test
    void anEventLoopNeverBlocksForAValue() throws Exception {
        CompletableFuture<String> blocked = CompletableFuture.supplyAsync(() -> shop.value(),
                Infrastructure.getDefaultExecutor());
        assertThat(Shop.entered.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(EventLoops.call(second, () -> shop.value()).get(10, TimeUnit.SECONDS)).isEqualTo("2");
        Shop.release.countDown();
        assertThat(blocked.get(10, TimeUnit.SECONDS)).isEqualTo("1");
    }

    private Uni<Place> place() {
        return shop.item().map(item -> Place.current());
    }

    private void complete(Context context) {
        context.runOnContext(ignored -> Shop.pending.complete("item"));
    }

    /** What was given to the context before has run. */
    private static void settled(Context context) throws Exception {
        EventLoops.call(context, () -> "ran").get(10, TimeUnit.SECONDS);
    }

    record Place(Context context, boolean eventLoop) {

        static Place current() {
            return new Place(Vertx.currentContext(), Context.isOnEventLoopThread());
        }
    }

    @ApplicationScoped
    static class Shop {

        static volatile CompletableFuture<String> pending;
        static volatile CountDownLatch entered;
        static volatile CountDownLatch release;
        static final AtomicInteger executions = new AtomicInteger();

        static void reset() {
            pending = new CompletableFuture<>();
            entered = new CountDownLatch(1);
            release = new CountDownLatch(1);
            executions.set(0);
        }

        @UseCache
        public Uni<String> item() {
            CompletableFuture<String> answer = pending;
            return Uni.createFrom().emitter(emitter -> answer.thenAccept(emitter::complete));
        }

        @UseCache
        public String value() {
            int execution = executions.incrementAndGet();
            entered.countDown();
            if (execution == 1) {
                await();
            }
            return String.valueOf(execution);
        }

        private void await() {
            try {
                release.await(10, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
