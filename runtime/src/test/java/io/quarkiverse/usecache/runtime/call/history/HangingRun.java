package io.quarkiverse.usecache.runtime.call.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;

import io.quarkiverse.usecache.runtime.call.TestCache;
import io.quarkiverse.usecache.runtime.call.TestMethod;
import io.quarkiverse.usecache.runtime.call.TestThreads;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;

/** One cache in real time, and callers that give up: by a time-out, by an interrupt, or by cancelling. */
final class HangingRun {

    private static final int THREADS = 6;
    private static final int[] MILLIS = { 0, 1, 5, 20, 100 };
    private static final int[] JOIN_TIMEOUTS = { 10, 50, 200 };
    private static final int MOST_REFRESHES = 4;

    final History history;
    private final Duration joinTimeout;
    private final TestCache cache;
    private final HangingMethods methods;
    private final TestThreads threads;
    private final Phaser atWork = new Phaser(1);
    private final AtomicReference<Throwable> unexpected = new AtomicReference<>();
    private final long seed;

    HangingRun(TestThreads threads, long seed) {
        List<String> tags = new ArrayList<>(List.of("default", "all"));
        for (int i = 0; i < HangingMethods.ITEMS; i++) {
            tags.add(HangingMethods.tag(i));
        }
        this.threads = threads;
        this.seed = seed;
        this.history = new History(tags);
        this.joinTimeout = Duration.ofMillis(JOIN_TIMEOUTS[(int) (seed % JOIN_TIMEOUTS.length)]);
        this.cache = TestCache.withMaxRefreshes(MOST_REFRESHES, joinTimeout);
        this.methods = new HangingMethods(cache, history, joinTimeout, seed);
        cache.beforeTimeIsRead = () -> cache.nanos.accumulateAndGet(System.nanoTime(), Math::max);
        cache.nanos.set(System.nanoTime());
        cache.refreshOn(task -> work(Executors.callable(task)));
    }

    void run(long millis) throws Exception {
        long start = System.nanoTime();
        long until = start + TimeUnit.MILLISECONDS.toNanos(millis);
        for (Future<Void> caller : threads.startTogether(THREADS, thread -> caller(thread, until))) {
            caller.get(60 + millis / 1_000, TimeUnit.SECONDS);
        }
        requireFewLoads(System.nanoTime() - start);
        methods.end.complete("end");
        cache.refreshes.stop(Duration.ofSeconds(30));
        atWork.awaitAdvanceInterruptibly(atWork.arriveAndDeregister(), 30, TimeUnit.SECONDS);
        assertThat(history.violation()).as("violation").isNull();
        assertThat(unexpected.get()).as("a failure that no method has").isNull();
        await("loads in flight").untilAsserted(() -> assertThat(cache.inFlight()).isZero());
    }

    /** A load that hangs is replaced when it is as old as calls wait for it, and not before. */
    private void requireFewLoads(long elapsed) {
        long most = 1 + elapsed / joinTimeout.toNanos();
        for (TestMethod method : methods.stuck) {
            assertThat(method.executions.longValue()).as("loads of [%s], in [%d] ms, join timeout [%s]", method.method(),
                    elapsed / 1_000_000, joinTimeout).isBetween(1L, most);
        }
    }

    private Callable<Void> caller(int thread, long until) {
        return () -> {
            Random random = new Random(31 * seed + thread);
            while (System.nanoTime() < until && history.violation() == null) {
                perform(random);
            }
            return null;
        };
    }

    private void perform(Random random) throws Exception {
        int item = random.nextInt(HangingMethods.ITEMS);
        int millis = MILLIS[random.nextInt(MILLIS.length)];
        TestMethod method = methods.all.get(random.nextInt(methods.all.size()));
        switch (random.nextInt(20)) {
            case 0 -> revalidate(HangingMethods.tag(item));
            case 1 -> cache.makeStale(HangingMethods.tag(item));
            case 2 -> callAndGiveUp(methods.stuck.get(random.nextInt(2)), new int[] { 0 }, millis);
            case 3 -> disturb(random.nextInt(20));
            default -> callAndGiveUp(method, new int[] { item }, millis);
        }
    }

    private void revalidate(String tag) {
        history.revalidate("a revalidation of " + tag, List.of(tag), () -> cache.revalidate(tag));
    }

    private void disturb(int choice) {
        switch (choice) {
            case 0 -> cache.stores.get("default").discardAll();
            case 1 -> revalidate("all");
            default -> cache.sweep.run();
        }
    }

    private void callAndGiveUp(TestMethod method, int[] argument, int millis) throws Exception {
        CompletableFuture<Object> answer = new CompletableFuture<>();
        Future<?> call = work(() -> call(method, argument, answer));
        try {
            answer.get(millis, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            call.cancel(true);
            answer.cancel(false);
        }
    }

    /**
     * Fails only with what the methods fail with, and what giving up means. While it waits without a thread, the argument is
     * used for something else.
     */
    private Object call(TestMethod method, int[] argument, CompletableFuture<Object> answer) {
        try {
            Object returned = methods.stuck.contains(method) ? method.call(argument) : methods.call(method, argument);
            if (returned instanceof Uni<?> uni) {
                Cancellable subscription = uni.subscribe().with(answer::complete, failure -> answered(answer, failure));
                HangingMethods.change(argument);
                answer.whenComplete((value, failure) -> subscription.cancel());
            } else {
                answer.complete(returned);
            }
        } catch (Throwable failure) {
            answered(answer, failure);
        }
        return null;
    }

    private void answered(CompletableFuture<Object> answer, Throwable failure) {
        boolean expected = failure instanceof HistoryMethods.Broken || failure instanceof InterruptedException
                || failure instanceof CompletionException && failure.getCause() instanceof InterruptedException;
        if (expected) {
            answer.complete(failure);
        } else {
            unexpected.compareAndSet(null, failure);
            answer.complete(failure);
        }
    }

    private Future<?> work(Callable<?> task) {
        FutureTask<?> work = new FutureTask<>(task);
        atWork.register();
        threads.start(() -> {
            work.run();
            return atWork.arriveAndDeregister();
        });
        return work;
    }
}
