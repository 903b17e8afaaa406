package io.quarkiverse.usecache.runtime.call.sharing;

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

import io.quarkiverse.usecache.runtime.call.TestCache;
import io.quarkiverse.usecache.runtime.call.TestMethod;
import io.quarkiverse.usecache.runtime.call.TestThreads;
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

    /** Else it would load for itself at every call, for as long as the other hangs. */
    @Test
    void aCallOnAnEventLoopTakesOverALoadThatIsTooOld() throws Exception {
        cache.onEventLoop(true);
        cache.advance(Duration.ofHours(1));

        assertThat(read.call()).isEqualTo(2);
        assertThat(read.call()).isEqualTo(2);
        release.countDown();
        assertThat(first.get(10, TimeUnit.SECONDS)).isEqualTo(1);
        assertThat(read.call()).isEqualTo(2);
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

    /** It is no circle: the page has given up waiting, and goes on without the value. */
    @Test
    void aLoadThatHasGivenUpWaitingCanBeWaitedForByTheOther() throws Exception {
        CountDownLatch gaveUp = new CountDownLatch(1);
        CountDownLatch asks = new CountDownLatch(1);
        TestMethod[] page = new TestMethod[1];
        TestMethod asking = cache.method("asking", argument -> {
            asks.countDown();
            gaveUp.await();
            return page[0].call();
        });
        page[0] = cache.method("page", argument -> {
            Thread.currentThread().interrupt();
            assertThat(catchThrowable(asking::call)).isInstanceOf(CompletionException.class);
            assertThat(Thread.interrupted()).isTrue();
            gaveUp.countDown();
            TestMethod.awaitJoiners(1);
            return "page";
        });
        Future<Object> second = threads.start(asking::call);
        asks.await();

        assertThat(page[0].call()).isEqualTo("page");
        assertThat(second.get(10, TimeUnit.SECONDS)).isEqualTo("page");
        assertThat(page[0].executions).hasValue(1);
        endOfFirst();
    }

    private void endOfFirst() throws Exception {
        release.countDown();
        assertThat(first.get(10, TimeUnit.SECONDS)).isEqualTo(1);
        assertThat(read.call()).isEqualTo(1);
        assertThat(cache.inFlight()).isZero();
    }
}
