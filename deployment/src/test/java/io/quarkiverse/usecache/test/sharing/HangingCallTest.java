package io.quarkiverse.usecache.test.sharing;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.usecache.UseCache;
import io.quarkiverse.usecache.test.Meanwhile;
import io.quarkus.test.QuarkusUnitTest;

/** Case 15: nobody waits for ever. */
class HangingCallTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(root -> root.addClasses(HangingCallTest.class, Meanwhile.class))
            .overrideRuntimeConfigKey("quarkus.use-cache.join-timeout", "1s");

    @Inject
    Shop shop;

    @Test
    void case15AJoinerOfACallThatHangsExecutesForItselfAfterTheJoinTimeout() throws Exception {
        long start = System.nanoTime();
        CompletableFuture<Integer> hanging = Meanwhile.call(shop::hangOnce);
        Meanwhile.await(Shop.LOADING);

        assertThat(Meanwhile.call(shop::hangOnce).get(10, SECONDS)).isEqualTo(2);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(900));
        CompletableFuture<Integer> third = Meanwhile.call(shop::hangOnce);
        Shop.RELEASE.countDown();
        assertThat(hanging.get(10, SECONDS)).isEqualTo(1);
        assertThat(third.get(10, SECONDS)).isIn(1, 2);
    }

    @ApplicationScoped
    static class Shop {

        static final CountDownLatch LOADING = new CountDownLatch(1);
        static final CountDownLatch RELEASE = new CountDownLatch(1);

        private final AtomicInteger executions = new AtomicInteger();

        @UseCache
        public int hangOnce() {
            int execution = executions.incrementAndGet();
            if (execution == 1) {
                LOADING.countDown();
                Meanwhile.await(RELEASE);
            }
            return execution;
        }
    }
}
