package io.quarkiverse.usecache.runtime.fill;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Calls that must not wait run the method, and the load they found stays the one that is stored. */
class NotWaitingTest {

    @RegisterExtension
    final TestThreads threads = new TestThreads();
    private final TestCache cache = new TestCache(100, Duration.ofHours(1));
    private final AtomicInteger executions = new AtomicInteger();
    private final CountDownLatch loading = new CountDownLatch(1);
    private final CountDownLatch release = new CountDownLatch(1);
    private final TestMethod read = cache.method("read", argument -> {
        int execution = executions.incrementAndGet();
        if (execution == 1) {
            loading.countDown();
            release.await();
        }
        return execution;
    });
    private Future<Object> first;

    @BeforeEach
    void begin() throws InterruptedException {
        first = threads.start(read::call);
        loading.await();
    }

    @Test
    void aCallOnAnEventLoopComputesForItself() throws Exception {
        cache.onEventLoop(true);

        assertThat(read.call()).isEqualTo(2);
        assertThat(read.call()).isEqualTo(3);
        endOfFirst();
    }

    @Test
    void anInterruptedCallComputesForItselfAndStaysInterrupted() throws Exception {
        Thread.currentThread().interrupt();

        Object value = read.call();

        assertThat(Thread.interrupted()).isTrue();
        assertThat(value).isEqualTo(2);
        endOfFirst();
    }

    @Test
    void aCallThatIsInterruptedWhileItWaitsComputesForItself() throws Exception {
        Fill running = cache.load();
        Thread[] waiting = new Thread[1];
        CountDownLatch started = new CountDownLatch(1);
        Future<Boolean> second = threads.start(() -> {
            waiting[0] = Thread.currentThread();
            started.countDown();
            return read.call().equals(2) && Thread.interrupted();
        });
        started.await();
        while (running.done().getNumberOfDependents() == 0) {
            Thread.yield();
        }

        waiting[0].interrupt();

        assertThat(second.get(10, TimeUnit.SECONDS)).isTrue();
        endOfFirst();
    }

    private void endOfFirst() throws Exception {
        release.countDown();
        assertThat(first.get(10, TimeUnit.SECONDS)).isEqualTo(1);
        assertThat(read.call()).isEqualTo(1);
        assertThat(cache.inFlight()).isZero();
    }
}
