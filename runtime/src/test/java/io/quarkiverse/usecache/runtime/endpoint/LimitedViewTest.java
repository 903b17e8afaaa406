package io.quarkiverse.usecache.runtime.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.quarkiverse.usecache.runtime.endpoint.message.Answer;
import io.quarkiverse.usecache.runtime.endpoint.message.Problem;
import io.quarkiverse.usecache.runtime.view.CacheView;

@Timeout(30)
class LimitedViewTest {

    /** The common pool may have one thread. */
    private static final Executor NEW_THREAD = task -> new Thread(task).start();

    private final Semaphore end = new Semaphore(0);
    private final CountDownLatch walking = new CountDownLatch(2);
    private final CacheView view = new LimitedView(new SlowView());

    @Test
    void noMoreThanTwoWalkAtOnce() throws Exception {
        CompletableFuture<?> first = CompletableFuture.runAsync(view::caches, NEW_THREAD);
        CompletableFuture<?> second = CompletableFuture.runAsync(() -> view.tags(null), NEW_THREAD);
        walking.await();
        Answer refusal = catchThrowableOfType(Problem.class, () -> view.entries(null)).answer();
        assertThat(refusal.status()).isEqualTo(503);
        assertThat(refusal.headers()).containsEntry("Retry-After", "1");
        assertThat(view.cacheNames()).containsExactly("known");
        end.release(3);
        CompletableFuture.allOf(first, second).get();
        assertThat(view.entries(null)).isNull();
    }

    @Test
    void aWalkThatFailsMakesRoomToo() {
        end.release(3);
        for (int i = 0; i < 3; i++) {
            Thread.currentThread().interrupt();
            catchThrowableOfType(IllegalStateException.class, view::caches);
        }
        Thread.interrupted();
        assertThat(view.caches()).isNull();
    }

    private final class SlowView implements CacheView {

        @Override
        public List<CacheSummary> caches() {
            return walk();
        }

        @Override
        public List<String> cacheNames() {
            return List.of("known");
        }

        @Override
        public TagPage tags(TagQuery query) {
            return walk();
        }

        @Override
        public EntryPage entries(EntryQuery query) {
            return walk();
        }

        private <T> T walk() {
            walking.countDown();
            try {
                end.acquire();
                return null;
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
