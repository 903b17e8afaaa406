package io.quarkiverse.usecache.runtime.intercept;

import jakarta.interceptor.InvocationContext;

import io.quarkiverse.usecache.runtime.fill.CachedMethod;
import io.quarkiverse.usecache.runtime.fill.CallAdapter;
import io.quarkiverse.usecache.runtime.key.CallKey;

/** Makes calls that load anew where that is wished. */
record ReloadingCalls(CallAdapter calls, ReloadWish wish) implements CallAdapter {

    @Override
    public Object call(InvocationContext invocation, CachedMethod method, CallKey key) throws Exception {
        return wish.isPresent() ? reload(invocation, method, key) : calls.call(invocation, method, key);
    }

    @Override
    public Object bypass(InvocationContext invocation, CachedMethod method, CallKey key) throws Exception {
        return calls.bypass(invocation, method, key);
    }

    @Override
    public Object reload(InvocationContext invocation, CachedMethod method, CallKey key) throws Exception {
        return calls.reload(invocation, method, key);
    }
}
