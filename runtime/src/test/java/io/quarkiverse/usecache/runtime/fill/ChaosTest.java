package io.quarkiverse.usecache.runtime.fill;

import static io.quarkiverse.usecache.CachedCall.cacheTag;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Everything at once, and the one guarantee: no call that begins after a revalidation returned gets a value that was loaded
 * before it.
 */
class ChaosTest {

    private static final int THREADS = 8;
    private static final int CALLS = 100_000 / THREADS;
    private static final int ITEMS = 17;

    @RegisterExtension
    final TestThreads threads = new TestThreads();
    private final TestCache cache = new TestCache(60, Duration.ofSeconds(30));
    private final AtomicLong[] versions = numbers();
    private final AtomicLong[] revalidated = numbers();
    private final AtomicInteger failures = new AtomicInteger();
    private final AtomicReference<AssertionError> violation = new AtomicReference<>();
    private final TestMethod inner = cache.method("inner", this::load, "static");
    private final TestMethod middle = cache.method("middle", inner::call);
    private final TestMethod outer = cache.method("outer", cache.profile("seconds"), true, middle::call);

    @Test
    void noCallGetsAValueOlderThanARevalidationThatReturnedBeforeItBegan() throws Exception {
        cache.refreshOn(load -> threads.start(Executors.callable(load)));
        TestThreads.all(threads.startTogether(THREADS, seed -> () -> {
            Random random = new Random(seed);
            for (int i = 0; i < CALLS && violation.get() == null; i++) {
                step(random);
            }
            return null;
        }));
        cache.refreshes.stop(Duration.ofSeconds(10));

        if (violation.get() != null) {
            throw violation.get();
        }
        assertThat(failures).as("failures that were thrown").hasPositiveValue();
        assertThat(cache.inFlight()).isZero();
        assertThat(cache.entries()).isLessThanOrEqualTo(60);
    }

    private Object load(Object item) {
        long version = versions[(int) item].get();
        if (version % 50 == 49) {
            versions[(int) item].incrementAndGet();
            throw new IllegalStateException("broken");
        }
        cacheTag("item:" + item);
        return version;
    }

    private void step(Random random) throws Exception {
        int item = random.nextInt(ITEMS);
        switch (random.nextInt(100)) {
            case 0, 1, 2, 3 -> revalidate(item, () -> cache.revalidate("item:" + item));
            case 4 -> revalidate(item, () -> cache.revalidate("item:" + item, "static", "unknown"));
            case 5 -> revalidate(item, () -> cache.stores.clear("default"));
            case 6 -> cache.stores.get("default").discardAll();
            case 7, 8 -> cache.makeStale("item:" + item);
            case 9 -> cache.advance(Duration.ofMillis(random.nextInt(500)));
            case 10 -> new Sweep(cache.fills, cache.stores.all(), Runnable::run).run();
            default -> call(random.nextBoolean() ? outer : random.nextBoolean() ? middle : inner, item);
        }
    }

    private void revalidate(int item, Runnable revalidation) {
        long version = versions[item].incrementAndGet();
        revalidation.run();
        revalidated[item].accumulateAndGet(version, Math::max);
    }

    private void call(TestMethod method, int item) throws Exception {
        long atLeast = revalidated[item].get();
        try {
            long version = (long) method.call(item);
            if (version < atLeast) {
                violation.compareAndSet(null, new AssertionError(
                        "[" + method.method() + "] returned version " + version + ", revalidated was " + atLeast));
            }
        } catch (IllegalStateException e) {
            assertThat(e).hasMessage("broken");
            failures.incrementAndGet();
        }
    }

    private static AtomicLong[] numbers() {
        AtomicLong[] numbers = new AtomicLong[ITEMS];
        for (int i = 0; i < ITEMS; i++) {
            numbers[i] = new AtomicLong();
        }
        return numbers;
    }
}
