package io.quarkiverse.usecache.runtime.call.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.github.benmanes.caffeine.cache.Weigher;

import io.quarkiverse.usecache.runtime.call.TestCache;
import io.quarkiverse.usecache.runtime.call.TestMethod;
import io.quarkiverse.usecache.runtime.call.TestThreads;
import io.quarkiverse.usecache.runtime.store.EntryStore;

class BoundTest {

    private static final Duration LONG = Duration.ofHours(1);

    @RegisterExtension
    final TestThreads threads = new TestThreads();

    @Test
    void aMaximumOfZeroStoresNothingAndStillSharesLoads() throws Exception {
        TestCache cache = new TestCache(0, LONG);
        TestMethod read = cache.method("read", argument -> {
            TestMethod.awaitJoiners(argument.equals("together") ? 9 : 0);
            return new Object();
        });

        List<Object> values = TestThreads.all(threads.startTogether(10, i -> () -> read.call("together")));
        assertThat(values).containsOnly(values.get(0));
        read.call("alone");
        read.call("alone");

        assertThat(read.executions).hasValue(3);
        assertThat(cache.entries()).isZero();
    }

    @Test
    void thereAreNeverMoreEntriesThanTheMaximum() throws Exception {
        TestCache cache = new TestCache(100, LONG);
        TestMethod read = cache.method("read", argument -> argument);

        for (int i = 0; i < 10_000; i++) {
            assertThat(read.call(i)).isEqualTo(i);
            assertThat(cache.entries()).isLessThanOrEqualTo(100);
        }
        assertThat(cache.entries()).isEqualTo(100);
    }

    @Test
    void thereAreNotMoreEntriesThanTheMaximumWhenManyThreadsHaveEnded() throws Exception {
        TestCache cache = new TestCache(100, LONG);
        TestMethod read = cache.method("read", argument -> argument);

        TestThreads.all(threads.startTogether(8, thread -> () -> {
            for (int i = 0; i < 5_000; i++) {
                read.call(thread * 5_000 + i);
            }
            return null;
        }));
        read.call(-1);

        assertThat(cache.entries()).isLessThanOrEqualTo(100);
    }

    @Test
    void aLoadInFlightOutlivesManyEntries() throws Exception {
        TestCache cache = new TestCache(10, LONG);
        CountDownLatch loading = new CountDownLatch(1);
        TestMethod slow = cache.method("slow", argument -> {
            loading.countDown();
            TestMethod.awaitJoiners(1);
            return "value";
        });
        TestMethod read = cache.method("read", argument -> argument);
        Future<Object> first = threads.start(slow::call);
        loading.await();
        for (int i = 0; i < 1_000; i++) {
            read.call(i);
        }

        assertThat(slow.call()).isEqualTo("value");
        assertThat(first.get(10, TimeUnit.SECONDS)).isEqualTo("value");
        assertThat(slow.executions).hasValue(1);
    }

    @Test
    void aValueThatWeighsTooMuchOrCannotBeWeighedIsReturnedAndNotStored() throws Exception {
        Weigher<Object, Object> weigher = (key, value) -> {
            if (value.equals("broken")) {
                throw new IllegalStateException("broken");
            }
            return (int) value;
        };
        TestCache cache = new TestCache(new EntryStore.Bound(100, weigher), LONG);
        TestMethod read = cache.method("read", argument -> argument);

        for (Object value : List.of("broken", -1, 101)) {
            assertThat(read.call(value)).isEqualTo(value);
            assertThat(cache.entries()).isZero();
        }
        read.call(100);
        assertThat(cache.entries()).isEqualTo(1);
    }

    @Test
    void aRefreshWeighsWhatTheNewValueWeighs() throws Exception {
        TestCache cache = new TestCache(new EntryStore.Bound(100, (key, value) -> (int) value), LONG);
        int[] weight = { 10 };
        TestMethod read = cache.method("read", argument -> weight[0], "a");
        TestMethod other = cache.method("other", argument -> 20);
        read.call();
        other.call();
        weight[0] = 90;
        cache.makeStale("a");
        read.call();
        assertThat(cache.entries()).isEqualTo(2);

        cache.runRefreshes();

        assertThat(cache.entries()).isEqualTo(1);
    }
}
