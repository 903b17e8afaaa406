package io.quarkiverse.usecache.runtime.call.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;

import io.quarkiverse.usecache.RevalidationMode;
import io.quarkiverse.usecache.runtime.call.TestCache;
import io.quarkiverse.usecache.runtime.call.TestMethod;
import io.quarkiverse.usecache.runtime.call.TestThreads;

/** One cache, and threads that do what the seed says to it. */
final class HistoryRun {

    static final int THREADS = 8;
    private static final List<String> UNKNOWN = IntStream.range(0, 1_000).mapToObj(i -> "unknown:" + i).toList();
    private static final int CACHES = 2;
    private static final int MAXIMUM_SIZE = 60;

    final History history = new History(HistoryMethods.tags());
    final LongAdder failures = new LongAdder();
    private final TestCache cache = new TestCache(MAXIMUM_SIZE, Duration.ofSeconds(30));
    private final HistoryMethods methods;
    private final TestThreads threads;
    private final long seed;

    HistoryRun(TestThreads threads, long seed) {
        this.threads = threads;
        this.seed = seed;
        Executor otherThread = task -> threads.start(Executors.callable(task));
        this.methods = new HistoryMethods(cache, history, otherThread);
        cache.refreshOn(otherThread);
    }

    void run(long operations) throws Exception {
        List<Future<Void>> started = threads.startTogether(THREADS, thread -> sequence(thread, operations / THREADS));
        for (Future<Void> thread : started) {
            thread.get(60 + operations / 1_000, TimeUnit.SECONDS);
        }
        cache.refreshes.stop(Duration.ofSeconds(30));
        for (TestMethod method : methods.all) {
            call("a call when all was quiet", method, 0);
        }
        assertThat(history.violation()).as("violation").isNull();
        assertThat(cache.inFlight()).as("loads in flight").isZero();
        assertThat(cache.entries()).isLessThanOrEqualTo(CACHES * MAXIMUM_SIZE);
        assertThat(failures.sum()).as("failures that were thrown").isPositive();
    }

    private Callable<Void> sequence(int thread, long operations) {
        return () -> {
            Random random = new Random(31 * seed + thread);
            for (long i = 0; i < operations && history.violation() == null; i++) {
                perform("operation " + i + " of thread " + thread, random);
            }
            return null;
        };
    }

    private void perform(String operation, Random random) {
        int choice = random.nextInt(1_000);
        int item = random.nextInt(1 + random.nextInt(HistoryMethods.ITEMS));
        TestMethod method = methods.all.get(random.nextInt(methods.all.size()));
        if (choice >= 100) {
            call(operation + ", a call of " + method.method() + " for " + item, method, item);
        } else if (choice >= 60) {
            revalidate(operation, choice, item);
        } else {
            disturb(operation, choice, item, random.nextInt(500));
        }
    }

    private void call(String operation, TestMethod method, int item) {
        try {
            methods.call(operation, method, item);
        } catch (HistoryMethods.Broken e) {
            failures.increment();
        } catch (Exception e) {
            throw new IllegalStateException(operation + " failed", e);
        }
    }

    private void revalidate(String operation, int choice, int item) {
        switch (choice) {
            case 60 -> expire(operation, List.of("inner"));
            case 61 -> expire(operation, List.of("middle", "outer"));
            case 62 -> expire(operation, List.of("middle"));
            case 63, 64, 65, 66, 67, 68, 69, 70, 71 -> expireLast(operation, "item:" + item);
            case 72, 73 -> expireLast(operation, "middle:" + item);
            case 74 -> expire(operation, List.of("middle:" + item, "item:" + item));
            case 75, 76, 77, 78, 79, 80 -> expire(operation, List.of("middle:" + item));
            default -> expire(operation, List.of("item:" + item));
        }
    }

    private void expire(String operation, List<String> tags) {
        history.revalidate(operation + ", a revalidation of " + tags, tags,
                () -> cache.clock.revalidate(RevalidationMode.EXPIRE, tags));
    }

    /** Takes its time between the number it is given and the tag that entries carry. */
    private void expireLast(String operation, String tag) {
        List<String> tags = new ArrayList<>(UNKNOWN);
        tags.add(tag);
        history.revalidate(operation + ", a long revalidation of " + tag, List.of(tag),
                () -> cache.clock.revalidate(RevalidationMode.EXPIRE, tags));
    }

    private void disturb(String operation, int choice, int item, int millis) {
        switch (choice) {
            case 0 -> clear(operation, "default");
            case 1, 2, 3 -> clear(operation, "other");
            case 4 ->
                history.revalidate(operation + ", a clearing of all", List.of("default", "other"),
                        () -> cache.clear("default", "other"));
            case 5, 6 -> cache.stores.get("default").discardAll();
            case 7, 8, 9, 10, 11, 12 -> cache.sweep.run();
            case 13, 14 -> cache.revalidate("unknown:" + millis);
            case 15, 16, 17 -> cache.makeStale("middle", "item:" + item);
            case 18 -> cache.advance(Duration.ofMinutes(2));
            case 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29 -> methods.failing.set(item, 1);
            case 30, 31, 32, 33, 34, 35, 36, 37, 38, 39 -> cache.makeStale("item:" + item);
            default -> cache.advance(Duration.ofMillis(millis));
        }
    }

    private void clear(String operation, String name) {
        history.revalidate(operation + ", a clearing of " + name, List.of(name), () -> cache.clear(name));
    }
}
