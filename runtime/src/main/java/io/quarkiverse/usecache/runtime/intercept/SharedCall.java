package io.quarkiverse.usecache.runtime.intercept;

import jakarta.interceptor.InvocationContext;

import io.quarkiverse.usecache.runtime.call.CallAdapter;
import io.quarkiverse.usecache.runtime.key.CallKey;
import io.quarkiverse.usecache.runtime.key.NoKey;
import io.quarkiverse.usecache.runtime.load.CachedFunction;

/** Calls a cached method whose entries are for all callers. */
record SharedCall(CachedFunction function, CallAdapter adapter) implements MethodCall {

    @Override
    public Object invoke(InvocationContext invocation) throws Exception {
        CallKey key = function.key(invocation);
        return key instanceof NoKey ? adapter.bypass(invocation, function, key) : adapter.call(invocation, function, key);
    }
}
