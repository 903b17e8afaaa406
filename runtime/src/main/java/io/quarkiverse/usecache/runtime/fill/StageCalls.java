package io.quarkiverse.usecache.runtime.fill;

import java.util.concurrent.CompletionStage;

import jakarta.interceptor.InvocationContext;

import io.quarkiverse.usecache.runtime.key.CallKey;
import io.smallrye.mutiny.Uni;

/** Calls of methods that return a {@link CompletionStage} or a {@link java.util.concurrent.CompletableFuture}. */
final class StageCalls implements CallAdapter {

    private final UniCalls calls;

    StageCalls(UniCalls calls) {
        this.calls = calls;
    }

    @Override
    public Object call(InvocationContext invocation, CachedMethod method, CallKey key) {
        return calls.call(invocation, method, key, StageCalls::asUni).subscribeAsCompletionStage();
    }

    @Override
    public Object bypass(InvocationContext invocation, CachedMethod method, CallKey key) {
        return calls.load(invocation, method, key, StageCalls::asUni, calls.goingPast()).subscribeAsCompletionStage();
    }

    @Override
    public Object reload(InvocationContext invocation, CachedMethod method, CallKey key) {
        return calls.load(invocation, method, key, StageCalls::asUni, calls.reloading()).subscribeAsCompletionStage();
    }

    private static Uni<?> asUni(Object returned) {
        return Uni.createFrom().completionStage((CompletionStage<?>) returned);
    }
}
