package io.quarkiverse.usecache.runtime.security;

import java.util.concurrent.CompletionStage;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.interceptor.InvocationContext;

import io.quarkiverse.usecache.runtime.call.CallAdapter;
import io.quarkiverse.usecache.runtime.intercept.CallGuards;
import io.quarkiverse.usecache.runtime.intercept.MethodCall;
import io.quarkiverse.usecache.runtime.key.CallKey;
import io.quarkiverse.usecache.runtime.key.CallerKey;
import io.quarkiverse.usecache.runtime.key.NoKey;
import io.quarkiverse.usecache.runtime.load.CachedFunction;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.unchecked.Unchecked;

/** Gives each caller its own entries of a private method, and one that is not known none. */
@Singleton
public class PrincipalGuards implements CallGuards {

    private final Caller caller;

    @Inject
    PrincipalGuards(Caller caller) {
        this.caller = caller;
    }

    @Override
    public MethodCall guarded(CachedFunction function, CallAdapter adapter) {
        if (!function.method().perPrincipal()) {
            return NONE.guarded(function, adapter);
        }
        return switch (function.method().descriptor().returns()) {
            case VALUE -> invocation -> callFor(caller.get(), invocation, function, adapter);
            case UNI, SUSPEND -> invocation -> caller.deferred()
                    .chain(Unchecked.function(key -> (Uni<?>) callFor(key, invocation, function, adapter)));
            case STAGE -> invocation -> caller.deferred().chain(Unchecked.function(key -> Uni.createFrom()
                    .completionStage((CompletionStage<?>) callFor(key, invocation, function, adapter))))
                    .subscribeAsCompletionStage();
        };
    }

    private static Object callFor(CallerKey caller, InvocationContext invocation, CachedFunction function, CallAdapter adapter)
            throws Exception {
        CallKey key = caller == null ? function.key(invocation) : function.key(invocation, caller);
        return caller == null || key instanceof NoKey ? adapter.bypass(invocation, function, key)
                : adapter.call(invocation, function, key);
    }
}
