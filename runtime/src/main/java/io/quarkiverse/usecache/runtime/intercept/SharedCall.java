package io.quarkiverse.usecache.runtime.intercept;

import jakarta.interceptor.InvocationContext;

import io.quarkiverse.usecache.runtime.fill.CachedMethod;
import io.quarkiverse.usecache.runtime.fill.CallAdapter;

/** Calls a cached method whose entries are for all callers. */
record SharedCall(CachedMethod method, CallAdapter adapter) implements MethodCall {

    @Override
    public Object invoke(InvocationContext invocation) throws Exception {
        return adapter.call(invocation, method, method.key(invocation));
    }
}
