package io.quarkiverse.usecache.runtime.suspend;

import java.util.concurrent.CompletableFuture;

import kotlin.Result;
import kotlin.ResultKt;

/** Reads and makes what continuations are resumed with: a value as it is, or a failure that is wrapped. */
final class Results {

    private Results() {
    }

    /** The failure, or {@code null} for a value. */
    static Throwable failureOf(Object result) {
        return result instanceof Result.Failure failed ? failed.exception : null;
    }

    /** The value; the failure is thrown as it is, whatever its type. */
    static Object orThrow(Object result) {
        ResultKt.throwOnFailure(result);
        return result;
    }

    /** What a future has been completed with. */
    static Object of(CompletableFuture<?> completed) {
        return completed.handle((value, failure) -> failure == null ? value : ResultKt.createFailure(failure)).join();
    }
}
