package io.quarkiverse.usecache.runtime.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Threads that end with their test. */
public final class TestThreads implements AfterEachCallback {

    private final ExecutorService pool = Executors.newCachedThreadPool();

    public <T> Future<T> start(Callable<T> call) {
        return pool.submit(call);
    }

    /** Starts calls that begin at the same moment. */
    public <T> List<Future<T>> startTogether(int count, IntFunction<Callable<T>> calls) {
        CountDownLatch ready = new CountDownLatch(count);
        List<Future<T>> started = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Callable<T> call = calls.apply(i);
            started.add(pool.submit(() -> {
                ready.countDown();
                ready.await();
                return call.call();
            }));
        }
        return started;
    }

    public static <T> List<T> all(List<Future<T>> started) throws Exception {
        List<T> results = new ArrayList<>();
        for (Future<T> future : started) {
            results.add(future.get(30, TimeUnit.SECONDS));
        }
        return results;
    }

    @Override
    public void afterEach(ExtensionContext context) throws InterruptedException {
        pool.shutdownNow();
        assertThat(pool.awaitTermination(10, TimeUnit.SECONDS)).as("all threads have ended").isTrue();
    }
}
