package io.quarkiverse.usecache.test.revalidate;

import static io.quarkus.narayana.jta.QuarkusTransaction.requiringNew;
import static io.restassured.RestAssured.given;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.usecache.CacheTag;
import io.quarkiverse.usecache.RevalidateTag;
import io.quarkiverse.usecache.TagCache;
import io.quarkiverse.usecache.TagsRevalidated;
import io.quarkiverse.usecache.UseCache;
import io.quarkiverse.usecache.test.Meanwhile;
import io.quarkus.test.QuarkusUnitTest;
import io.smallrye.mutiny.Uni;

/** Cases 36, 37, 39, 41 and 42: when a revalidation takes effect, and on what. */
class RevalidationEffectTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(root -> root.addClasses(RevalidationEffectTest.class, Meanwhile.class));

    @Inject
    Shop shop;

    @Inject
    TagCache tagCache;

    @Inject
    UserTransaction transaction;

    int old;

    @BeforeEach
    void fill() {
        Shop.release = new CountDownLatch(0);
        tagCache.clearAll();
        old = shop.value();
    }

    @Test
    void case36AnAnnotatedMethodRevalidatesOnlyWhenItHasSucceeded() {
        assertThatThrownBy(() -> shop.failedUpdate()).isExactlyInstanceOf(IOException.class);
        shop.update(Uni.createFrom().failure(new IOException())).onFailure().recoverWithNull().await().indefinitely();
        assertThat(shop.value()).isEqualTo(old);
        CompletableFuture<String> item = new CompletableFuture<>();
        CompletableFuture<String> update = shop.update(Uni.createFrom().completionStage(item)).subscribeAsCompletionStage();
        assertThat(shop.value()).isEqualTo(old);
        item.complete("done");
        assertThat(update.join()).isEqualTo("done");
        assertThat(shop.value()).isNotEqualTo(old);
    }

    @Test
    void case37InATransactionARevalidationActsAfterTheCommit() throws Exception {
        transaction.begin();
        tagCache.revalidateTag("shop");
        transaction.rollback();
        assertThat(shop.value()).isEqualTo(old);
        int inside = requiringNew().call(() -> {
            tagCache.revalidateTag("shop");
            assertThat(Meanwhile.call(shop::value).get(10, SECONDS)).as("of another, before the commit").isEqualTo(old);
            int uncommitted = shop.value();
            assertThat(shop.value()).as("not stored").isNotEqualTo(uncommitted).isNotEqualTo(old);
            return uncommitted;
        });
        assertThat(shop.value()).isGreaterThan(inside);
    }

    @Test
    void case39AWrongRequestIsRefusedWithItsReasonAndRevalidatesNothing() {
        assertRefused("{\"tags\":[\"shop\"],\"mode\":\"soft\"}", "There is no mode [soft]");
        assertRefused("{}", "There is no tag to revalidate");
        assertRefused("{\"tags\":[\"shop\"" + ",\"t\"".repeat(9_999) + "]}", "There are 10000 tags");
        assertRefused("{\"tags\":[\"shop\",7]}", "[tags[1]] must be a string, but is a number");
        assertThat(shop.value()).isEqualTo(old);
    }

    private static void assertRefused(String body, String reason) {
        given().contentType("application/json").body(body).post("/q/use-cache/revalidate").then().statusCode(400)
                .body("detail", containsString(reason));
    }

    @Test
    void case41ClearingDropsOneCacheOrAllWithTheirLoadsInFlight() throws Exception {
        int other = shop.other();
        Shop.loading = new CountDownLatch(1);
        Shop.release = new CountDownLatch(1);
        CompletableFuture<Integer> inFlight = Meanwhile.call(shop::otherSlowly);
        Meanwhile.await(Shop.loading);
        tagCache.clear("others");
        Shop.release.countDown();

        int cleared = inFlight.get(10, SECONDS);
        assertThat(shop.otherSlowly()).isNotEqualTo(cleared);
        assertThat(shop.other()).isNotEqualTo(other);
        assertThat(shop.value()).isEqualTo(old);
        int again = shop.other();
        tagCache.clearAll();
        assertThat(shop.value()).isNotEqualTo(old);
        assertThat(shop.other()).isNotEqualTo(again);
    }

    @Test
    void case42ObserversRunAfterTheEffectAndChangeNothing() {
        Observer.seen = 0;
        tagCache.revalidateTag("observed");
        await().untilAsserted(() -> assertThat(Observer.seen).isGreaterThan(old));
        assertThat(shop.value()).isEqualTo(Observer.seen);
    }

    @ApplicationScoped
    static class Observer {

        static volatile int seen;

        @Inject
        Shop shop;

        void revalidated(@ObservesAsync TagsRevalidated event) {
            if (event.tags().contains("observed")) {
                seen = shop.value();
                throw new IllegalStateException("the observer fails");
            }
        }
    }

    @ApplicationScoped
    static class Shop {

        static final AtomicInteger EXECUTIONS = new AtomicInteger();
        static volatile CountDownLatch loading = new CountDownLatch(0);
        static volatile CountDownLatch release;

        @UseCache
        @CacheTag({ "shop", "observed" })
        public int value() {
            return EXECUTIONS.incrementAndGet();
        }

        @UseCache("others")
        public int other() {
            return EXECUTIONS.incrementAndGet();
        }

        @UseCache("others")
        public int otherSlowly() {
            loading.countDown();
            Meanwhile.await(release);
            return EXECUTIONS.incrementAndGet();
        }

        @RevalidateTag("shop")
        public void failedUpdate() throws IOException {
            throw new IOException();
        }

        @RevalidateTag("shop")
        public Uni<String> update(Uni<String> update) {
            return update;
        }
    }
}
