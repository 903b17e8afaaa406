package io.quarkiverse.usecache.runtime.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.usecache.runtime.load.Load;

/** Calls that must not wait, and the load they found stays the one that is stored. */
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
    void anInterruptedCallDoesNotWaitAndStaysInterrupted() throws Exception {
        Thread.currentThread().interrupt();
        Throwable thrown = catchThrowable(read::call);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(thrown).isInstanceOf(CompletionException.class).hasCauseInstanceOf(InterruptedException.class)
                .hasMessageContaining("Interrupted while another call was loading [org.acme.Shop#read");
        assertThat(executions).as("no query more on a slow source").hasValue(1);
        endOfFirst();
    }

    @Test
    void aCallThatIsInterruptedWhileItWaitsEndsAndTheOthersWaitOn() throws Exception {
        Load running = cache.load();
        Thread[] waiting = new Thread[1];
        CountDownLatch started = new CountDownLatch(1);
        Future<Boolean> second = threads.start(() -> {
            waiting[0] = Thread.currentThread();
            started.countDown();
            return catchThrowable(read::call) instanceof CompletionException && Thread.interrupted();
        });
        Future<Object> third = threads.start(read::call);
        started.await();
        while (running.waiters() < 2) {
            Thread.yield();
        }
        waiting[0].interrupt();
        assertThat(second.get(10, TimeUnit.SECONDS)).isTrue();
        endOfFirst();
        assertThat(third.get(10, TimeUnit.SECONDS)).isEqualTo(1);
        assertThat(executions).hasValue(1);
    }

    private void endOfFirst() throws Exception {
        release.countDown();
        assertThat(first.get(10, TimeUnit.SECONDS)).isEqualTo(1);
        assertThat(read.call()).isEqualTo(1);
        assertThat(cache.inFlight()).isZero();
    }
}
