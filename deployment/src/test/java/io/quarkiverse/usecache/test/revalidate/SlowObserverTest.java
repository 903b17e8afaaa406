package io.quarkiverse.usecache.test.revalidate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.usecache.TagCache;
import io.quarkiverse.usecache.TagsRevalidated;
import io.quarkus.test.QuarkusUnitTest;

/** An observer that takes its time holds up other observers, and nothing else (case 42). */
@Timeout(60)
class SlowObserverTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest().withApplicationRoot(root -> {
    }).overrideConfigKey("quarkus.thread-pool.max-threads", "4");

    @Inject
    TagCache tagCache;

    @Inject
    Executor workers;

    @Inject
    SlowObserver observer;

    @Test
    void theWorkersStayFreeAndTheOrderIsKept() {
        List<String> tags = IntStream.range(0, 100).mapToObj(i -> "tag " + i).toList();
        tags.forEach(tagCache::revalidateTag);

        assertThat(CompletableFuture.supplyAsync(() -> "served", workers)).succeedsWithin(Duration.ofSeconds(20));
        observer.goOn();
        await().untilAsserted(() -> assertThat(observer.told()).isEqualTo(tags));
    }

    @ApplicationScoped
    static class SlowObserver {

        private final CountDownLatch goOn = new CountDownLatch(1);
        private final List<String> told = new CopyOnWriteArrayList<>();

        void goOn() {
            goOn.countDown();
        }

        List<String> told() {
            return told;
        }

        void revalidated(@ObservesAsync TagsRevalidated event) throws InterruptedException {
            goOn.await();
            told.addAll(event.tags());
        }
    }
}
