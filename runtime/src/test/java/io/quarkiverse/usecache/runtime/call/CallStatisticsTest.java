package io.quarkiverse.usecache.runtime.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.usecache.Lifetime;
import io.quarkiverse.usecache.runtime.method.CallStatistics;

class CallStatisticsTest {

    private static final Lifetime LIFE = new Lifetime(Duration.ZERO, Duration.ofSeconds(10), Duration.ofSeconds(100));

    @RegisterExtension
    final TestThreads threads = new TestThreads();
    private final TestCache cache = new TestCache();
    private final AtomicBoolean broken = new AtomicBoolean();

    @Test
    void everyCallIsCountedOnce() throws Exception {
        TestMethod read = cache.method("read", LIFE, true, this::read);
        read.call();
        read.call();
        read.call();
        cache.advance(Duration.ofSeconds(11));
        read.call();
        cache.runRefreshes();
        broken.set(true);
        catchThrowable(() -> read.call("other"));

        assertThat(counts(read)).isEqualTo("2 hits, 1 stale, 2 misses, 0 joined, 3 loads, 1 failed");
    }

    private Object read(Object argument) {
        if (broken.get()) {
            throw new IllegalStateException("broken");
        }
        return argument;
    }

    @Test
    void aCallThatWaitedForAnothersLoadHasJoinedIt() throws Exception {
        TestMethod read = cache.method("read", argument -> {
            TestMethod.awaitJoiners(9);
            return argument;
        });
        TestThreads.all(threads.startTogether(10, i -> read::call));

        assertThat(counts(read)).isEqualTo("0 hits, 0 stale, 1 misses, 9 joined, 1 loads, 0 failed");
    }

    @Test
    void aCallThatIsNotToBeCachedIsNotCounted() throws Exception {
        TestMethod read = cache.method("read", argument -> argument);
        read.bypass("a");

        assertThat(read.method().statistics().misses()).isZero();
    }

    private static String counts(TestMethod method) {
        CallStatistics counted = method.method().statistics();
        return counted.hits() + " hits, " + counted.staleHits() + " stale, " + counted.misses() + " misses, "
                + counted.joined() + " joined, " + counted.loads() + " loads, " + counted.failures() + " failed";
    }
}
