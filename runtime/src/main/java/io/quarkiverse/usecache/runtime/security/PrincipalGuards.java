package io.quarkiverse.usecache.runtime.security;

import java.util.concurrent.CompletionStage;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.interceptor.InvocationContext;

import io.quarkiverse.usecache.runtime.fill.CachedMethod;
import io.quarkiverse.usecache.runtime.fill.CallAdapter;
import io.quarkiverse.usecache.runtime.intercept.CallGuards;
import io.quarkiverse.usecache.runtime.intercept.MethodCall;
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
    public MethodCall guarded(CachedMethod method, CallAdapter adapter) {
        if (!method.perPrincipal()) {
            return NONE.guarded(method, adapter);
        }
        return switch (method.descriptor().returns()) {
            case VALUE -> invocation -> callFor(caller.name(), invocation, method, adapter);
            case UNI -> invocation -> caller.deferredName()
                    .chain(Unchecked.function(name -> (Uni<?>) callFor(name, invocation, method, adapter)));
            case STAGE -> invocation -> caller.deferredName().chain(Unchecked.function(name -> Uni.createFrom()
                    .completionStage((CompletionStage<?>) callFor(name, invocation, method, adapter))))
                    .subscribeAsCompletionStage();
        };
    }

    private static Object callFor(String name, InvocationContext invocation, CachedMethod method, CallAdapter adapter)
            throws Exception {
        return name == null ? adapter.bypass(invocation, method, method.key(invocation))
                : adapter.call(invocation, method, method.key(invocation, name));
    }
}
