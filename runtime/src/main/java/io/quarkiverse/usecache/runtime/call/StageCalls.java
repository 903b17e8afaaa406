package io.quarkiverse.usecache.runtime.call;

import java.util.concurrent.CompletionStage;

import jakarta.interceptor.InvocationContext;

import io.quarkiverse.usecache.runtime.key.CallKey;
import io.quarkiverse.usecache.runtime.load.CachedFunction;
import io.smallrye.mutiny.Uni;

/** Calls of methods that return a {@link CompletionStage} or a {@link java.util.concurrent.CompletableFuture}. */
final class StageCalls implements CallAdapter {

    private final UniCalls calls;

    StageCalls(UniCalls calls) {
        this.calls = calls;
    }

    @Override
    public Object call(InvocationContext invocation, CachedFunction function, CallKey key) {
        return calls.call(invocation, function, key, StageCalls::asUni).subscribeAsCompletionStage();
    }

    @Override
    public Object bypass(InvocationContext invocation, CachedFunction function, CallKey key) {
        return calls.bypass(invocation, function, key, StageCalls::asUni).subscribeAsCompletionStage();
    }

    @Override
    public Object reload(InvocationContext invocation, CachedFunction function, CallKey key) {
        return calls.reload(invocation, function, key, StageCalls::asUni).subscribeAsCompletionStage();
    }

    private static Uni<?> asUni(Object returned) {
        return Uni.createFrom().completionStage((CompletionStage<?>) returned);
    }
}
