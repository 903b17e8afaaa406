package io.quarkiverse.usecache.runtime.suspend;

import java.util.concurrent.CompletableFuture;

import kotlin.coroutines.Continuation;
import kotlin.coroutines.CoroutineContext;
import kotlin.coroutines.intrinsics.IntrinsicsKt;
import kotlinx.coroutines.CompletableJob;
import kotlinx.coroutines.Job;
import kotlinx.coroutines.JobKt;

/** Lets a caller wait for a value, until it is there or the caller is cancelled. */
final class WaitingContinuation implements Continuation<Object> {

    private final Continuation<Object> caller;
    private final CompletableFuture<?> arriving;

    WaitingContinuation(Continuation<Object> caller, CompletableFuture<?> arriving) {
        this.caller = caller;
        this.arriving = arriving;
    }

    /** A job is waited for because it brings no value and no failure, of which coroutines may make copies. */
    Object suspend() {
        CompletableJob arrived = JobKt.Job((Job) null);
        arriving.whenComplete((value, failure) -> arrived.complete());
        Object returned;
        try {
            returned = arrived.join(this);
        } catch (Throwable cancelled) {
            arriving.cancel(false);
            throw cancelled;
        }
        return Coroutines.isSuspended(returned) ? returned : Results.orThrow(Results.of(arriving));
    }

    @Override
    public CoroutineContext getContext() {
        return caller.getContext();
    }

    /** @param end a failure if the caller was cancelled */
    @Override
    public void resumeWith(Object end) {
        boolean cancelled = Results.failureOf(end) != null;
        if (cancelled) {
            arriving.cancel(false);
        }
        IntrinsicsKt.intercepted(caller).resumeWith(cancelled ? end : Results.of(arriving));
    }
}
