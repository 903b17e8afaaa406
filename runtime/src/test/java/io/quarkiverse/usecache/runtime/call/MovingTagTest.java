package io.quarkiverse.usecache.runtime.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.usecache.runtime.load.Load;
import io.quarkiverse.usecache.runtime.load.ReadView;
import io.quarkiverse.usecache.runtime.load.ReadViews;

/** Many wait for the loads of one key while its tag is revalidated during each of them. */
@Timeout(60)
class MovingTagTest {

    private static final int CALLS = 8;

    @RegisterExtension
    final TestThreads threads = new TestThreads();
    private final TestCache cache = new TestCache();
    private final AtomicInteger loads = new AtomicInteger();
    private final Semaphore released = new Semaphore(0);
    private final TestMethod read = cache.method("read", argument -> {
        int load = loads.incrementAndGet();
        released.acquire();
        return load;
    }, "a");

    @Test
    void aCallThatHasLookedAgainTakesWhatWasLoadedSince() throws Exception {
        List<Future<Object>> calls = callAll();
        revalidateDuringLoad(1);
        revalidateDuringLoad(2);

        assertThat(TestThreads.all(calls)).containsOnly(1, 2).containsOnlyOnce(1);
        assertThat(loads).hasValue(2);
        released.release();
        assertThat(read.call()).as("nothing old is kept").isEqualTo(3);
    }

    @Test
    void butNotWhatWasRolledBack() throws Exception {
        cache.views = new ReadViews() {
            @Override
            public ReadView at(long stamp) {
                return new ReadView(stamp, cache.clock.undo(), true);
            }
        };
        List<Future<Object>> calls = callAll();
        revalidateDuringLoad(1);
        awaitLoad(2);
        cache.clock.expire(cache.load().collector().view().undo());
        released.release(CALLS);

        assertThat(TestThreads.all(calls)).containsOnly(1, 2, 3).containsOnlyOnce(1, 2);
    }

    private List<Future<Object>> callAll() {
        return IntStream.range(0, CALLS).mapToObj(i -> threads.start(read::call)).toList();
    }

    private void revalidateDuringLoad(int number) {
        awaitLoad(number);
        cache.revalidate("a");
        released.release();
    }

    /** Waits until all calls that have no result yet wait for the load. */
    private void awaitLoad(int number) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (loads.get() < number || waiters() < CALLS - number) {
            assertThat(System.nanoTime()).as("time when all wait for load [%d]", number).isLessThan(end);
            Thread.yield();
        }
    }

    private int waiters() {
        int waiters = 0;
        for (Load load : cache.inFlight.all()) {
            waiters += load.waiters();
        }
        return waiters;
    }
}
