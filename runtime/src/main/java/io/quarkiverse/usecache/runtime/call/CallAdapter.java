package io.quarkiverse.usecache.runtime.call;

import jakarta.interceptor.InvocationContext;

import io.quarkiverse.usecache.runtime.key.CallKey;
import io.quarkiverse.usecache.runtime.load.CachedFunction;

/** Makes a call of a cached method, in the way its return type asks for. */
public interface CallAdapter {

    /** Returns the entry's value, or loads it. */
    Object call(InvocationContext invocation, CachedFunction function, CallKey key) throws Exception;

    /** Runs the method without reading or storing an entry; it is a cached call for what it calls all the same. */
    Object bypass(InvocationContext invocation, CachedFunction function, CallKey key) throws Exception;

    /** Loads, and puts the value in place of the entry that is there. */
    Object reload(InvocationContext invocation, CachedFunction function, CallKey key) throws Exception;
}
