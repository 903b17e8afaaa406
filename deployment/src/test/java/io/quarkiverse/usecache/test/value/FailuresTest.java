package io.quarkiverse.usecache.test.value;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.usecache.CachedCall;
import io.quarkiverse.usecache.TagCache;
import io.quarkiverse.usecache.UseCache;
import io.quarkiverse.usecache.runtime.view.CacheView;
import io.quarkiverse.usecache.runtime.view.CacheView.EntryQuery;
import io.quarkiverse.usecache.test.Meanwhile;
import io.quarkus.test.QuarkusUnitTest;
import io.smallrye.mutiny.Uni;

/** Cases 12 to 14 and 16 to 18: calls that fail or reach themselves. */
class FailuresTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(root -> root.addClasses(FailuresTest.class, Meanwhile.class));

    @Inject
    Shop shop;

    @Inject
    TagCache tagCache;

    @Inject
    CacheView view;

    @BeforeEach
    void forget() {
        tagCache.clearAll();
        Shop.EXECUTIONS.set(0);
        Shop.loading = new CountDownLatch(1);
        Shop.release = new CountDownLatch(1);
    }

    @Test
    void case12AFailureIsNotStored() {
        for (int i = 1; i <= 3; i++) {
            assertThatThrownBy(() -> shop.fail(new IllegalStateException("no"))).hasMessage("no");
            assertThat(Shop.EXECUTIONS).hasValue(i);
        }
        assertNothingIsStored();
    }

    private void assertNothingIsStored() {
        assertThat(view.entries(new EntryQuery(List.of(), null, 0, 0)).total()).isZero();
    }

    @Test
    void case13ACallThatJoinsALoadThatThrowsGetsTheSameException() {
        CompletableFuture<Object> first = Meanwhile.call(shop::failSlowly);
        Meanwhile.await(Shop.loading);
        CompletableFuture<Object> second = Meanwhile.join(shop::failSlowly);
        Shop.release.countDown();

        Throwable failure = first.handle((value, thrown) -> thrown).join();
        assertThat(failure).isExactlyInstanceOf(IOException.class).hasMessage("slowly");
        assertThat(second.handle((value, thrown) -> thrown).join()).isSameAs(failure);
        assertThat(Shop.EXECUTIONS).hasValue(1);
    }

    @Test
    void case14AFailurePassesUnwrapped() {
        assertThatThrownBy(() -> shop.checked()).isExactlyInstanceOf(IOException.class).hasMessage("checked 1");
        assertThatThrownBy(() -> shop.checked()).hasMessage("checked 2");
        assertThat(shop.failedUni().onFailure().recoverWithItem(Throwable::toString).await().indefinitely())
                .isEqualTo("java.io.IOException: uni 3");
        assertThat(shop.failedUni().onFailure().recoverWithItem(Throwable::getMessage).await().indefinitely())
                .isEqualTo("uni 4");
        assertThat(shop.failedStage().handle((value, thrown) -> thrown).toCompletableFuture().join())
                .isExactlyInstanceOf(IOException.class).hasMessage("stage 5");
        assertThat(shop.failedStage().handle((value, thrown) -> thrown).toCompletableFuture().join()).hasMessage("stage 6");
        assertNothingIsStored();
    }

    @Test
    void case16ACallThatReachesItselfExecutes() throws Exception {
        assertThat(Meanwhile.call(() -> shop.itself("key")).get(10, SECONDS)).isEqualTo(2);
        assertThat(Meanwhile.call(() -> shop.a("key")).get(10, SECONDS)).isEqualTo(5);
    }

    @Test
    void case17TagsAndLifeOutsideACachedCallAreRefused() {
        assertRefused(() -> CachedCall.cacheTag("a"), "cacheTag");
        assertRefused(() -> CachedCall.cacheLife("hours"), "cacheLife");
        assertThat(CachedCall.isActive()).isFalse();
    }

    private static void assertRefused(ThrowingCallable call, String name) {
        assertThatThrownBy(call).isExactlyInstanceOf(IllegalStateException.class)
                .hasMessage(name + " was called outside a cached call. Call it from a method annotated with @UseCache, or from "
                        + "one that such a method calls, or guard it with CachedCall.isActive().");
    }

    @Test
    void case18AnErrorPropagatesAndLeavesNothingInFlight() {
        assertThatThrownBy(() -> shop.fail(new OutOfMemoryError("planted"))).isExactlyInstanceOf(OutOfMemoryError.class);
        assertThatThrownBy(() -> shop.endless(0)).isExactlyInstanceOf(StackOverflowError.class);
        await().untilAsserted(this::assertNothingIsStored);
        assertThatCode(() -> shop.fail(null)).doesNotThrowAnyException();
    }

    @ApplicationScoped
    static class Shop {

        static final AtomicInteger EXECUTIONS = new AtomicInteger();
        static volatile CountDownLatch loading;
        static volatile CountDownLatch release;

        @UseCache
        public int fail(Throwable failure) throws Throwable {
            int execution = EXECUTIONS.incrementAndGet();
            if (failure != null) {
                throw failure;
            }
            return execution;
        }

        @UseCache
        public Object failSlowly() throws IOException {
            EXECUTIONS.incrementAndGet();
            loading.countDown();
            Meanwhile.await(release);
            throw new IOException("slowly");
        }

        @UseCache
        public int checked() throws IOException {
            throw new IOException("checked " + EXECUTIONS.incrementAndGet());
        }

        @UseCache
        public Uni<String> failedUni() {
            return Uni.createFrom().failure(() -> new IOException("uni " + EXECUTIONS.incrementAndGet()));
        }

        @UseCache
        public CompletionStage<String> failedStage() {
            return CompletableFuture.failedStage(new IOException("stage " + EXECUTIONS.incrementAndGet()));
        }

        @UseCache
        public int itself(String key) {
            return EXECUTIONS.incrementAndGet() == 1 ? itself(key) : EXECUTIONS.get();
        }

        @UseCache
        public int a(String key) {
            return EXECUTIONS.incrementAndGet() == 3 ? b(key) : EXECUTIONS.get();
        }

        @UseCache
        public int b(String key) {
            EXECUTIONS.incrementAndGet();
            return a(key);
        }

        @UseCache
        public int endless(int depth) {
            return endless(depth + 1) + 1;
        }
    }
}
