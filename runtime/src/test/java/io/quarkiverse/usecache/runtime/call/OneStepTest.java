package io.quarkiverse.usecache.runtime.call;

import static io.quarkiverse.usecache.CachedCall.cacheTag;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.AbstractList;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.usecache.RevalidationMode;

/** Two tags revalidated together: whoever has seen the effect on one sees the effect on the other. */
class OneStepTest {

    @RegisterExtension
    final TestThreads threads = new TestThreads();
    private final TestCache cache = new TestCache();
    private final AtomicReference<String> database = new AtomicReference<>("old");
    private final TestMethod ofA = cache.method("a", argument -> database.get(), "a");
    private final TestMethod ofB = cache.method("b", argument -> database.get(), "b");

    @Test
    void aCallThatSeesAnEntryGoneSeesTheOtherGone() throws Exception {
        revalidateBoth(RevalidationMode.EXPIRE, () -> {
            assertThat(ofA.call()).isEqualTo("new");
            return assertThat(ofB.call()).isEqualTo("new");
        });
    }

    @Test
    void aCallThatLoadsInPlaceOfASweptEntrySeesTheOtherGone() throws Exception {
        revalidateBoth(RevalidationMode.EXPIRE, () -> {
            cache.sweep.run();
            assertThat(ofA.call()).isEqualTo("new");
            return assertThat(ofB.call()).isEqualTo("new");
        });
    }

    @Test
    void aCallThatLoadsInPlaceOfAValueThatWasNotKeptSeesTheOtherGone() throws Exception {
        CountDownLatch loading = new CountDownLatch(1);
        CountDownLatch between = new CountDownLatch(1);
        TestMethod slow = cache.method("slow", argument -> {
            String value = database.get();
            loading.countDown();
            between.await();
            cacheTag("a");
            return value;
        });
        Future<Object> first = threads.start(slow::call);
        loading.await();
        revalidateBoth(RevalidationMode.EXPIRE, () -> {
            between.countDown();
            assertThat(first.get()).isEqualTo("old");
            assertThat(slow.call()).isEqualTo("new");
            return assertThat(ofB.call()).isEqualTo("new");
        });
    }

    @Test
    void aCallThatSeesAnEntryRefreshedSeesTheOtherRefreshed() throws Exception {
        revalidateBoth(RevalidationMode.STALE, () -> {
            ofA.call();
            assertThat(cache.waitingRefreshes).hasSize(1);
            ofB.call();
            return assertThat(cache.waitingRefreshes).hasSize(2);
        });
    }

    /** At a moment when the entry tagged a has to be looked at again, and the one tagged b has not. */
    private void revalidateBoth(RevalidationMode mode, Callable<?> between) throws Exception {
        ofA.call();
        cache.revalidate("something else");
        ofB.call();
        database.set("new");
        Paused tags = new Paused(between);

        cache.clock.revalidate(mode, tags);

        assertThat(tags.failure).isNull();
    }

    /** The tags a and b; something is done after the effect on the first and before the effect on the second. */
    private static final class Paused extends AbstractList<String> {

        private Callable<?> between;
        private Throwable failure;

        Paused(Callable<?> between) {
            this.between = between;
        }

        @Override
        public void forEach(Consumer<? super String> action) {
            action.accept("a");
            pause();
            action.accept("b");
        }

        private void pause() {
            Callable<?> once = between;
            between = () -> null;
            try {
                once.call();
            } catch (Exception | AssertionError e) {
                failure = failure == null ? e : failure;
            }
        }

        @Override
        public String get(int index) {
            return index == 0 ? "a" : "b";
        }

        @Override
        public int size() {
            return 2;
        }
    }
}
