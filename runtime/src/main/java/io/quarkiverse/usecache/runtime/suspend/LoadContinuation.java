package io.quarkiverse.usecache.runtime.suspend;

import io.quarkiverse.usecache.runtime.load.LoadScope;
import io.smallrye.mutiny.subscription.UniEmitter;
import kotlin.coroutines.Continuation;
import kotlin.coroutines.ContinuationInterceptor;
import kotlin.coroutines.CoroutineContext;
import kotlinx.coroutines.CompletableJob;
import kotlinx.coroutines.Dispatchers;
import kotlinx.coroutines.Job;
import kotlinx.coroutines.JobKt;

/** Takes what a load's function returns. The function runs where its caller does, but as a job of its own. */
final class LoadContinuation implements Continuation<Object> {

    private final CompletableJob job = JobKt.Job((Job) null);
    private final CoroutineContext context;
    private final UniEmitter<Object> emitter;

    @SuppressWarnings("unchecked")
    LoadContinuation(CoroutineContext callers, LoadScope scope, UniEmitter<?> emitter) {
        this.context = dispatched(callers).plus(job).plus(new LoadElement(scope));
        this.emitter = (UniEmitter<Object>) emitter;
    }

    /** Only dispatchers bring the scope of the load to where the function goes on. */
    private static CoroutineContext dispatched(CoroutineContext context) {
        return context.get(ContinuationInterceptor.Key) == null ? context.plus(Dispatchers.getUnconfined()) : context;
    }

    @Override
    public CoroutineContext getContext() {
        return context;
    }

    @Override
    public void resumeWith(Object result) {
        Throwable failure = Results.failureOf(result);
        if (failure == null) {
            job.complete();
            emitter.complete(result);
        } else {
            fail(failure);
        }
    }

    void fail(Throwable failure) {
        job.completeExceptionally(failure);
        emitter.fail(failure);
    }
}
