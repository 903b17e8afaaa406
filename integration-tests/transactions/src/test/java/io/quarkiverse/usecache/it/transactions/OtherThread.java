package io.quarkiverse.usecache.it.transactions;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** A thread that takes no part in the transaction of its caller. */
public final class OtherThread {

    private static final Executor NEW_THREAD = task -> new Thread(task).start();

    private OtherThread() {
    }

    public static <T> T call(Supplier<T> call) {
        return start(call).join();
    }

    public static <T> CompletableFuture<T> start(Supplier<T> call) {
        return CompletableFuture.supplyAsync(call, NEW_THREAD).orTimeout(60, TimeUnit.SECONDS);
    }
}
