package io.quarkiverse.usecache.runtime.call;

import jakarta.interceptor.InvocationContext;

import io.quarkiverse.usecache.runtime.key.CallKey;
import io.quarkiverse.usecache.runtime.load.CachedFunction;

/** Makes calls that load anew where that is asked for. */
public record ReloadingCalls(CallAdapter calls, ReloadRequest reload) implements CallAdapter {

    /** The calls themselves where nothing can ask for that. */
    public static CallAdapter honouring(ReloadRequest reload, CallAdapter calls) {
        return reload == ReloadRequest.NEVER ? calls : new ReloadingCalls(calls, reload);
    }

    @Override
    public Object call(InvocationContext invocation, CachedFunction function, CallKey key) throws Exception {
        return reload.isPresent() ? reload(invocation, function, key) : calls.call(invocation, function, key);
    }

    @Override
    public Object bypass(InvocationContext invocation, CachedFunction function, CallKey key) throws Exception {
        return calls.bypass(invocation, function, key);
    }

    @Override
    public Object reload(InvocationContext invocation, CachedFunction function, CallKey key) throws Exception {
        return calls.reload(invocation, function, key);
    }
}
