package io.quarkiverse.usecache.runtime.load;

import jakarta.interceptor.InvocationContext;

import io.quarkiverse.usecache.runtime.key.CallKey;
import io.quarkiverse.usecache.runtime.key.SafeCopy;
import io.quarkiverse.usecache.runtime.method.CachedMethod;
import io.quarkiverse.usecache.runtime.store.EntryStore;

/**
 * One call of a cached method that is not a plain hit.
 *
 * @param around the load that makes the call, or {@code null}
 */
public record Call(CachedFunction function, CallKey key, InvocationContext invocation, LoadScope around) {

    /** The same for a call whose caller goes on while it waits, and may change what it gave. */
    public Call kept() {
        invocation.setParameters(SafeCopy.ofAll(invocation.getParameters()));
        return new Call(function, key.frozen(), invocation, around);
    }

    public CachedMethod method() {
        return function.method();
    }

    public EntryStore store() {
        return function.store();
    }

    /** Whether that load is one that makes the call, so that it must not be waited for. */
    public boolean isInside(Load load) {
        return around != null && around.isInside(load);
    }
}
