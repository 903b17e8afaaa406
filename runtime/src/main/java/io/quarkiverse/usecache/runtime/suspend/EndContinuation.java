package io.quarkiverse.usecache.runtime.suspend;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;

import io.quarkiverse.usecache.runtime.suspend.Suspensions.Suspended;
import kotlin.ResultKt;
import kotlin.coroutines.Continuation;
import kotlin.coroutines.CoroutineContext;
import kotlin.coroutines.intrinsics.CoroutineSingletons;

/**
 * Stands between a suspended function and its caller, to act when the function ends. That may be, on another thread, before
 * it is known what to do: whichever comes second, the end or the action, does both.
 */
final class EndContinuation implements Continuation<Object>, Suspended {

    private record End(Object result) {
    }

    private final Continuation<Object> caller;
    /** The action, or the {@link End}; {@code null} while there is neither. */
    private final AtomicReference<Object> first = new AtomicReference<>();

    EndContinuation(Continuation<Object> caller) {
        this.caller = caller;
    }

    @Override
    public CoroutineContext getContext() {
        return caller.getContext();
    }

    @Override
    @SuppressWarnings("unchecked")
    public void resumeWith(Object result) {
        if (!first.compareAndSet(null, new End(result))) {
            caller.resumeWith(told(result, (BiConsumer<Object, Throwable>) first.get()));
        }
    }

    @Override
    public Object then(BiConsumer<Object, Throwable> action) {
        if (first.compareAndSet(null, action)) {
            return CoroutineSingletons.COROUTINE_SUSPENDED;
        }
        return Results.orThrow(told(((End) first.get()).result(), action));
    }

    private static Object told(Object result, BiConsumer<Object, Throwable> action) {
        Throwable failure = Results.failureOf(result);
        try {
            action.accept(failure == null ? result : null, failure);
            return result;
        } catch (RuntimeException | Error ofAction) {
            return failure == null ? ResultKt.createFailure(ofAction) : result;
        }
    }
}
