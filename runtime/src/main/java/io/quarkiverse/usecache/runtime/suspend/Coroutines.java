package io.quarkiverse.usecache.runtime.suspend;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

import jakarta.inject.Singleton;
import jakarta.interceptor.InvocationContext;

import io.quarkiverse.usecache.runtime.load.Load;
import io.smallrye.mutiny.Uni;
import kotlin.coroutines.Continuation;
import kotlin.coroutines.CoroutineContext;
import kotlin.coroutines.EmptyCoroutineContext;
import kotlin.coroutines.intrinsics.CoroutineSingletons;
import kotlinx.coroutines.ExecutorsKt;

/** Speaks with suspend functions as the Kotlin compiler calls them: the last argument is the continuation. */
@Singleton
public class Coroutines implements Suspensions {

    @Override
    public Uni<?> run(Load load, Supplier<Executor> own) {
        return Uni.createFrom().emitter(emitter -> {
            InvocationContext invocation = load.call().invocation();
            CoroutineContext context = load.isRefresh() ? alone(own.get()) : caller(invocation).getContext();
            LoadContinuation continuation = new LoadContinuation(context, load.scope(), emitter);
            try {
                Object returned = proceed(invocation, continuation);
                if (!isSuspended(returned)) {
                    continuation.resumeWith(returned);
                }
            } catch (Throwable failure) {
                continuation.fail(failure);
            }
        });
    }

    /** With nothing of the caller that caused the refresh: its coroutine may have ended. */
    private static CoroutineContext alone(Executor own) {
        return EmptyCoroutineContext.INSTANCE.plus(ExecutorsKt.from(own));
    }

    @Override
    public Object await(InvocationContext invocation, Uni<?> answer) throws Exception {
        Continuation<Object> caller = caller(invocation); // before a load puts its own in the place of it
        CompletableFuture<?> arriving = answer.subscribeAsCompletionStage();
        return arriving.isDone() ? Results.orThrow(Results.of(arriving)) : new WaitingContinuation(caller, arriving).suspend();
    }

    @Override
    public Suspended call(InvocationContext invocation) throws Exception {
        EndContinuation continuation = new EndContinuation(caller(invocation));
        Object returned = proceed(invocation, continuation);
        return isSuspended(returned) ? continuation : action -> {
            action.accept(returned, null);
            return returned;
        };
    }

    static boolean isSuspended(Object returned) {
        return returned == CoroutineSingletons.COROUTINE_SUSPENDED;
    }

    @SuppressWarnings("unchecked")
    private static Continuation<Object> caller(InvocationContext invocation) {
        Object[] arguments = invocation.getParameters();
        return (Continuation<Object>) arguments[arguments.length - 1];
    }

    private static Object proceed(InvocationContext invocation, Continuation<Object> continuation) throws Exception {
        Object[] arguments = invocation.getParameters().clone();
        arguments[arguments.length - 1] = continuation;
        invocation.setParameters(arguments);
        return invocation.proceed();
    }
}
