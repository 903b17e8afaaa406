package io.quarkiverse.usecache.runtime.security;

import java.util.concurrent.CompletionStage;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.interceptor.InvocationContext;

import io.quarkiverse.usecache.runtime.call.CallAdapter;
import io.quarkiverse.usecache.runtime.intercept.CallGuards;
import io.quarkiverse.usecache.runtime.intercept.MethodCall;
import io.quarkiverse.usecache.runtime.load.CachedFunction;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.unchecked.Unchecked;

/** Gives each principal its own entries of a private method, and those without a name none. */
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
            case VALUE -> invocation -> callFor(caller.name(), invocation, function, adapter);
            case UNI -> invocation -> caller.deferredName()
                    .chain(Unchecked.function(name -> (Uni<?>) callFor(name, invocation, function, adapter)));
            case STAGE -> invocation -> caller.deferredName().chain(Unchecked.function(name -> Uni.createFrom()
                    .completionStage((CompletionStage<?>) callFor(name, invocation, function, adapter))))
                    .subscribeAsCompletionStage();
        };
    }

    private static Object callFor(String name, InvocationContext invocation, CachedFunction function, CallAdapter adapter)
            throws Exception {
        return name == null ? adapter.bypass(invocation, function, function.key(invocation))
                : adapter.call(invocation, function, function.key(invocation, name));
    }
}
