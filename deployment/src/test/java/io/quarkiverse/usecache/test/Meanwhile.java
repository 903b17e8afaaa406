package io.quarkiverse.usecache.test;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

import org.awaitility.Awaitility;

/** Calls from other threads, and waits for them. */
public final class Meanwhile {

    private Meanwhile() {
    }

    /** Calls on a new thread. */
    public static <T> CompletableFuture<T> call(Callable<T> call) {
        CompletableFuture<T> result = new CompletableFuture<>();
        start(call, result);
        return result;
    }

    /** Calls on a new thread and returns when that waits for another's load. */
    public static <T> CompletableFuture<T> join(Callable<T> call) {
        CompletableFuture<T> result = new CompletableFuture<>();
        awaitWaiting(start(call, result));
        return result;
    }

    private static <T> Thread start(Callable<T> call, CompletableFuture<T> result) {
        Thread thread = new Thread(() -> {
            try {
                result.complete(call.call());
            } catch (Throwable e) {
                result.completeExceptionally(e);
            }
        });
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private static void awaitWaiting(Thread thread) {
        Awaitility.await().until(() -> thread.getState() == Thread.State.WAITING
                || thread.getState() == Thread.State.TIMED_WAITING || thread.getState() == Thread.State.TERMINATED);
    }

    public static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
