package io.quarkiverse.usecache.runtime.call;

import java.util.concurrent.CompletionStage;

import jakarta.interceptor.InvocationContext;

import io.quarkiverse.usecache.runtime.key.CallKey;
import io.quarkiverse.usecache.runtime.load.CachedFunction;
import io.quarkiverse.usecache.runtime.load.Load;
import io.smallrye.mutiny.Uni;

/** Calls of methods that return a {@link CompletionStage} or a {@link java.util.concurrent.CompletableFuture}. */
final class StageCalls implements CallAdapter {

    private final UniCalls calls;

    StageCalls(UniCalls calls) {
        this.calls = calls.running(StageCalls::run);
    }

    @Override
    public Object call(InvocationContext invocation, CachedFunction function, CallKey key) {
        return calls.call(invocation, function, key).subscribeAsCompletionStage();
    }

    @Override
    public Object bypass(InvocationContext invocation, CachedFunction function, CallKey key) {
        return calls.bypass(invocation, function, key).subscribeAsCompletionStage();
    }

    @Override
    public Object reload(InvocationContext invocation, CachedFunction function, CallKey key) {
        return calls.reload(invocation, function, key).subscribeAsCompletionStage();
    }

    private static Uni<?> run(Load load) throws Exception {
        return Uni.createFrom().completionStage((CompletionStage<?>) load.call().invocation().proceed());
    }
}
