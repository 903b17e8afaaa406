package io.quarkiverse.usecache.test.life;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.usecache.CacheTag;
import io.quarkiverse.usecache.RevalidationMode;
import io.quarkiverse.usecache.TagCache;
import io.quarkiverse.usecache.UseCache;
import io.quarkiverse.usecache.test.EventLoops;
import io.quarkiverse.usecache.test.HandTicker;
import io.quarkus.arc.Arc;
import io.quarkus.arc.ManagedContext;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.test.QuarkusUnitTest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;

/** A refresh behind a call sees nothing of its caller, has a request of its own, and fails quietly. */
class BackgroundRefreshTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(root -> root.addClasses(BackgroundRefreshTest.class, EventLoops.class, HandTicker.class))
            .setLogRecordPredicate(record -> record.getLevel().intValue() >= Level.WARNING.intValue()
                    && record.getLoggerName().startsWith("io.quarkiverse.usecache.runtime"))
            .assertLogRecords(records -> assertThat(records).hasSize(1).allSatisfy(record -> {
                assertThat(record.getMessage()).startsWith("A refresh of [%s] failed.");
                assertThat(record.getThrown()).hasMessage("the refresh fails");
            }));

    @Inject
    Shop shop;

    @Inject
    Visit visit;

    @Inject
    TagCache tagCache;

    @Inject
    HandTicker ticker;

    @Inject
    Vertx vertx;

    @Inject
    CurrentIdentityAssociation identity;

    @BeforeEach
    void forget() {
        tagCache.clearAll();
        Shop.reset();
        Visit.DESTROYED.set(0);
    }

    private void makeStale() {
        tagCache.revalidateTag(RevalidationMode.STALE, "shop");
    }

    @Test
    void aRefreshHasARequestContextOfItsOwn() {
        ManagedContext request = Arc.container().requestContext();
        request.activate();
        try {
            visit.visitor("ann");
            assertThat(shop.visitor()).isEqualTo("ann 1");
            makeStale();
            assertThat(shop.visitor()).isEqualTo("ann 1");
            await().untilAsserted(() -> assertThat(shop.visitor()).isEqualTo("null 2"));
            await().untilAsserted(() -> assertThat(Visit.DESTROYED).hasValue(1));
            assertThat(visit.visitor()).isEqualTo("ann");
        } finally {
            request.terminate();
        }
    }

    @Test
    void theRequestContextOfARefreshLastsUntilItsItemIsThere() throws Exception {
        Context context = EventLoops.newContext(vertx);
        EventLoops.subscribe(context, this::visitorLaterInRequest).get(10, SECONDS);
        makeStale();
        assertThat(EventLoops.subscribe(context, () -> shop.visitorLater()).get(10, SECONDS)).isEqualTo("ann 1");
        await().untilAsserted(() -> assertThat(EventLoops.subscribe(context, () -> shop.visitorLater()).get(10, SECONDS))
                .isEqualTo("null 2"));
        await().untilAsserted(() -> assertThat(Visit.DESTROYED).hasValue(1));
    }

    private Uni<String> visitorLaterInRequest() {
        Arc.container().requestContext().activate();
        visit.visitor("ann");
        return shop.visitorLater();
    }

    @Test
    void aRefreshDoesNotSeeItsCallersIdentity() {
        ManagedContext request = Arc.container().requestContext();
        request.activate();
        try {
            identity.setIdentity(QuarkusSecurityIdentity.builder().setPrincipal(new QuarkusPrincipal("ann")).build());
            assertThat(shop.caller()).isEqualTo("ann 1");
            makeStale();
            assertThat(shop.caller()).isEqualTo("ann 1");
            await().untilAsserted(() -> assertThat(shop.caller()).isEqualTo(" 2"));
        } finally {
            request.terminate();
        }
    }

    @Test
    void aRefreshDoesNotSeeItsCallersVertxLocals() throws Exception {
        Context context = EventLoops.newContext(vertx);
        context.putLocal("user", "ann");
        assertThat(EventLoops.call(context, () -> shop.local()).get(10, SECONDS)).isEqualTo("ann 1 true");
        makeStale();
        assertThat(EventLoops.call(context, () -> shop.local()).get(10, SECONDS)).isEqualTo("ann 1 true");
        await().untilAsserted(() -> assertThat(EventLoops.call(context, () -> shop.local()).get(10, SECONDS))
                .isEqualTo("null 2 true"));
    }

    @Test
    void aRefreshCausedByAThreadThatMayBlockMayBlock() {
        assertThat(shop.local()).isEqualTo("null 1 false");
        makeStale();
        await().untilAsserted(() -> assertThat(shop.local()).isEqualTo("null 2 false"));
    }

    @Test
    void oneRefreshRunsHoweverManyCallsAreServedMeanwhile() {
        assertThat(shop.slow()).isEqualTo(1);
        Shop.gate = new CountDownLatch(1);
        makeStale();
        for (int i = 0; i < 10; i++) {
            assertThat(shop.slow()).isEqualTo(1);
        }
        await().untilAsserted(() -> assertThat(Shop.EXECUTIONS).hasValue(2));
        makeStale();
        assertThat(shop.slow()).isEqualTo(1);
        Shop.gate.countDown();
        await().untilAsserted(() -> assertThat(shop.slow()).isEqualTo(3));
        assertThat(shop.slow()).isEqualTo(3);
    }

    @Test
    void aRefreshThatFailsKeepsTheOldValueAndIsTriedAgainLater() {
        assertThat(shop.sometimes().await().indefinitely()).isEqualTo(1);
        Shop.failing = true;
        makeStale();
        assertThat(shop.sometimes().await().indefinitely()).isEqualTo(1);
        await().untilAsserted(() -> assertThat(Shop.EXECUTIONS).hasValue(2));
        assertThat(shop.sometimes().await().indefinitely()).isEqualTo(1);
        for (int attempt = 3; attempt < 6; attempt++) {
            int executions = attempt;
            ticker.advance(Duration.ofSeconds(6));
            await().untilAsserted(() -> {
                assertThat(shop.sometimes().await().indefinitely()).isEqualTo(1);
                assertThat(Shop.EXECUTIONS).hasValue(executions);
            });
        }
        Shop.failing = false;
        ticker.advance(Duration.ofSeconds(6));
        await().untilAsserted(() -> assertThat(shop.sometimes().await().indefinitely()).isEqualTo(6));
    }

    @RequestScoped
    static class Visit {

        static final AtomicInteger DESTROYED = new AtomicInteger();

        private String visitor;

        String visitor() {
            return visitor;
        }

        void visitor(String name) {
            visitor = name;
        }

        @PreDestroy
        void destroy() {
            DESTROYED.incrementAndGet();
        }
    }

    @ApplicationScoped
    @CacheTag("shop")
    static class Shop {

        static final AtomicInteger EXECUTIONS = new AtomicInteger();
        static volatile CountDownLatch gate;
        static volatile boolean failing;

        @Inject
        Visit visit;

        @Inject
        CurrentIdentityAssociation identity;

        @Inject
        Vertx vertx;

        static void reset() {
            EXECUTIONS.set(0);
            gate = new CountDownLatch(0);
            failing = false;
        }

        @UseCache
        public String visitor() {
            return visit.visitor() + " " + EXECUTIONS.incrementAndGet();
        }

        /** Goes on in a callback that only the Vert.x context leads to. */
        @UseCache
        public Uni<String> visitorLater() {
            int execution = EXECUTIONS.incrementAndGet();
            CompletableFuture<String> item = new CompletableFuture<>();
            vertx.setTimer(5, timer -> item.complete(visitorOrFailure() + " " + execution));
            return Uni.createFrom().emitter(emitter -> item.thenAccept(emitter::complete));
        }

        private String visitorOrFailure() {
            try {
                return visit.visitor();
            } catch (RuntimeException e) {
                return e.toString();
            }
        }

        @UseCache
        public String caller() {
            return identity.getIdentity().getPrincipal().getName() + " " + EXECUTIONS.incrementAndGet();
        }

        @UseCache
        public String local() {
            Context context = Vertx.currentContext();
            return (context == null ? null : context.<String> getLocal("user")) + " " + EXECUTIONS.incrementAndGet() + " "
                    + Context.isOnEventLoopThread();
        }

        @UseCache
        public int slow() {
            int execution = EXECUTIONS.incrementAndGet();
            try {
                gate.await(10, SECONDS);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return execution;
        }

        @UseCache
        public Uni<Integer> sometimes() {
            int execution = EXECUTIONS.incrementAndGet();
            return failing ? Uni.createFrom().failure(new IllegalStateException("the refresh fails"))
                    : Uni.createFrom().item(execution);
        }
    }
}
