package org.acme.nodes;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.vertx.core.json.JsonObject;

/** Many callers at once, all of which take their turns at a number of keys. */
@ApplicationScoped
public class Callers {

    private static final int PAUSE_MILLIS = 5;
    /** Small, because there are hundreds; the first call of all loads classes. */
    private static final int STACK = 512 * 1024;

    @Inject
    Stock stock;

    private final class Result {
        final AtomicLong calls = new AtomicLong();
        final AtomicLong longest = new AtomicLong();
        final List<String> failures = new ArrayList<>();

        void call(int item) {
            long began = System.nanoTime();
            try {
                stock.slow(item);
            } catch (RuntimeException e) {
                synchronized (failures) {
                    failures.add(e.toString());
                }
            }
            calls.incrementAndGet();
            longest.accumulateAndGet(System.nanoTime() - began, Math::max);
        }
    }

    /** @param millis for how long; each calls once if it is zero */
    public JsonObject run(int threads, int firstKey, int keys, long millis) throws InterruptedException {
        Result result = new Result();
        CountDownLatch gate = new CountDownLatch(1);
        List<Thread> all = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            int first = i;
            Thread thread = new Thread(null, () -> run(result, gate, first, firstKey, keys, millis), "caller-" + i, STACK);
            thread.start();
            all.add(thread);
        }
        long before = Stock.SLOW_LOADS.get();
        gate.countDown();
        for (Thread each : all) {
            each.join();
        }
        return new JsonObject().put("calls", result.calls.get()).put("longestMillis", result.longest.get() / 1_000_000)
                .put("failures", result.failures).put("loads", Stock.SLOW_LOADS.get() - before);
    }

    private static void run(Result result, CountDownLatch gate, int first, int firstKey, int keys, long millis) {
        try {
            gate.await();
            long end = System.nanoTime() + millis * 1_000_000;
            int turn = first;
            do {
                result.call(firstKey + turn++ % keys);
                if (millis > 0) {
                    Thread.sleep(PAUSE_MILLIS);
                }
            } while (System.nanoTime() - end < 0);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
