package io.quarkiverse.usecache.runtime.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SingleFlightTest {

    @RegisterExtension
    final TestThreads threads = new TestThreads();
    private final TestCache cache = new TestCache();

    @Test
    void aThousandThreadsOnAColdKeyShareOneExecution() throws Exception {
        TestMethod read = cache.method("read", argument -> {
            TestMethod.awaitJoiners(999);
            return new Object();
        });

        List<Object> values = TestThreads.all(threads.startTogether(1_000, i -> read::call));

        assertThat(values).hasSize(1_000).containsOnly(values.get(0));
        assertThat(read.executions).hasValue(1);
        assertThat(cache.inFlight()).isZero();
    }

    @Test
    void aCallThatFindsNothingAndThenNoLoadTakesTheValueThatHasBeenStoredBetween() throws Exception {
        TestMethod read = cache.method("read", argument -> new Object());
        Object[] other = new Object[1];
        cache.beforeTimeIsRead = () -> {
            cache.beforeTimeIsRead = () -> {
            };
            other[0] = callUnchecked(read);
        };

        assertThat(read.call()).isSameAs(other[0]).isNotNull();
        assertThat(read.executions).hasValue(1);
        assertThat(cache.inFlight()).isZero();
    }

    /** A call that comes in between finds the load or the entry: neither would mean another load. */
    @Test
    void aLoadDoesNotLeaveBeforeItsValueIsThere() throws Exception {
        AtomicBoolean returned = new AtomicBoolean();
        List<Long> inFlight = new ArrayList<>();
        Object askedOnceMore = new Object() {
            @Override
            public int hashCode() {
                if (returned.get() && cache.entries() == 0) {
                    inFlight.add(cache.inFlight());
                }
                return 1;
            }
        };
        TestMethod read = cache.method("read", argument -> returned.compareAndSet(false, true));

        read.call(askedOnceMore);

        assertThat(inFlight).isNotEmpty().containsOnly(1L);
    }

    /** Between storing and leaving: there is nothing left to wait for, and an event loop would load for itself. */
    @Test
    void whatHasBeenStoredIsServedThoughItsLoadHasNotEnded() throws Exception {
        List<Decision> whenStored = new ArrayList<>();
        TestMethod read = cache.method("read", argument -> "value");
        whenTimeIsRead(() -> {
            if (cache.entries() > 0) {
                whenStored.add(cache.readThrough().decide(read.toCall("key")));
            }
        });

        read.call();

        assertThat(cache.inFlight()).isZero();
        assertThat(whenStored).isNotEmpty().allMatch(Decision.Serve.class::isInstance);
    }

    /** Does something then, in which reading the time again does nothing. */
    private void whenTimeIsRead(Runnable action) {
        cache.beforeTimeIsRead = () -> {
            Runnable again = cache.beforeTimeIsRead;
            cache.beforeTimeIsRead = () -> {
            };
            action.run();
            cache.beforeTimeIsRead = again;
        };
    }

    private static Object callUnchecked(TestMethod method) {
        try {
            return method.call();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void twentyKeysLoadAtTheSameTime() throws Exception {
        CyclicBarrier allRun = new CyclicBarrier(20);
        TestMethod read = cache.method("read", argument -> {
            allRun.await();
            return argument;
        });

        List<Object> values = TestThreads.all(threads.startTogether(20, i -> () -> read.call(i)));

        assertThat(values).containsExactlyElementsOf(IntStream.range(0, 20).boxed().map(Object.class::cast).toList());
        assertThat(read.executions).hasValue(20);
    }

    @Test
    void twoMethodsWithTheSameArgumentDoNotShare() throws Exception {
        TestMethod one = cache.method("one", argument -> "one");
        TestMethod other = cache.method("other", argument -> "other");

        assertThat(one.call()).isEqualTo("one");
        assertThat(other.call()).isEqualTo("other");
    }

    @Test
    void nullIsAValueLikeAnyOther() throws Exception {
        TestMethod read = cache.method("read", argument -> null);

        assertThat(read.call()).isNull();
        assertThat(read.call()).isNull();
        assertThat(read.executions).hasValue(1);
    }
}
