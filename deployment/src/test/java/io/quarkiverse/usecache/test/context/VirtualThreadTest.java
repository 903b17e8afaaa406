package io.quarkiverse.usecache.test.context;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.usecache.CacheTag;
import io.quarkiverse.usecache.RevalidationMode;
import io.quarkiverse.usecache.TagCache;
import io.quarkiverse.usecache.UseCache;
import io.quarkus.test.QuarkusUnitTest;
import io.quarkus.virtual.threads.VirtualThreads;
import io.smallrye.mutiny.Uni;

/** Virtual threads call, wait and refresh like any others. */
@EnabledForJreRange(min = JRE.JAVA_21)
class VirtualThreadTest {

    private static final int CALLERS = 1_000;

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(root -> root.addClass(VirtualThreadTest.class));

    @Inject
    Shop shop;

    @Inject
    TagCache tagCache;

    /** Where Quarkus runs methods annotated {@code @RunOnVirtualThread}. */
    @Inject
    @VirtualThreads
    ExecutorService virtualThreads;

    @BeforeEach
    void forget() {
        tagCache.clearAll();
        Shop.executions.set(0);
        Shop.release = new CountDownLatch(1);
    }

    @Test
    void aThousandVirtualThreadsShareOneExecution() throws Exception {
        ExecutorService threads = (ExecutorService) Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
        try {
            assertOneExecution(threads);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void aThousandVirtualThreadsOfQuarkusShareOneExecution() throws Exception {
        assertOneExecution(virtualThreads);
    }

    private void assertOneExecution(ExecutorService threads) throws Exception {
        CountDownLatch running = new CountDownLatch(CALLERS);
        List<Future<Object>> values = new ArrayList<>();
        for (int i = 0; i < CALLERS; i++) {
            values.add(threads.submit(() -> {
                assertThat(isVirtual()).isTrue();
                running.countDown();
                return shop.value();
            }));
        }
        assertThat(running.await(30, SECONDS)).isTrue();
        Shop.release.countDown();
        Set<Object> distinct = new HashSet<>();
        for (Future<Object> value : values) {
            distinct.add(value.get(30, SECONDS));
        }
        assertThat(distinct).hasSize(1);
        assertThat(Shop.executions).hasValue(1);
    }

    @Test
    void refreshesRunOnVirtualThreads() {
        assertThat(shop.ranOnVirtualThread()).isFalse();
        assertThat(shop.uniRanOnVirtualThread().await().indefinitely()).isFalse();
        tagCache.revalidateTag(RevalidationMode.STALE, "where");
        await().untilAsserted(() -> assertThat(shop.ranOnVirtualThread()).isTrue());
        await().untilAsserted(() -> assertThat(shop.uniRanOnVirtualThread().await().indefinitely()).isTrue());
    }

    static boolean isVirtual() {
        try {
            return (boolean) Thread.class.getMethod("isVirtual").invoke(Thread.currentThread());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    @ApplicationScoped
    static class Shop {

        static final AtomicInteger executions = new AtomicInteger();
        static volatile CountDownLatch release;

        @UseCache
        public Object value() throws InterruptedException {
            executions.incrementAndGet();
            release.await(30, SECONDS);
            return new Object();
        }

        @UseCache
        @CacheTag("where")
        public boolean ranOnVirtualThread() {
            return isVirtual();
        }

        @UseCache
        @CacheTag("where")
        public Uni<Boolean> uniRanOnVirtualThread() {
            return Uni.createFrom().item(isVirtual());
        }
    }
}
