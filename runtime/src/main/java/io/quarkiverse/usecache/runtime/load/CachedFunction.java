package io.quarkiverse.usecache.runtime.load;

import jakarta.interceptor.InvocationContext;

import io.quarkiverse.usecache.runtime.key.CallKey;
import io.quarkiverse.usecache.runtime.key.CallerKey;
import io.quarkiverse.usecache.runtime.key.KeyFactory;
import io.quarkiverse.usecache.runtime.method.CachedMethod;
import io.quarkiverse.usecache.runtime.store.EntryStore;

/** A cached method with what its calls need: the maker of its keys, the cache of its entries, and the source of its values. */
public record CachedFunction(CachedMethod method, KeyFactory keys, EntryStore store, Source source) {

    /** The key of a call, for all callers alike. */
    public CallKey key(InvocationContext invocation) {
        return keys.keyOf(invocation.getMethod(), invocation.getParameters());
    }

    /** The key of a call, for one caller. */
    public CallKey key(InvocationContext invocation, CallerKey caller) {
        return KeyFactory.perCaller(caller, key(invocation));
    }

    /** Whether the call would still have this key, which was made when it began, now that its method has run. */
    boolean stillHas(CallKey key, InvocationContext invocation) {
        if (keys.isSettled(invocation.getParameters(), key)) {
            return true;
        }
        CallKey now = method.perPrincipal() ? key(invocation, (CallerKey) key.arguments().get(0)) : key(invocation);
        return now.hashCode() == key.hashCode() && now.equals(key);
    }

    @Override
    public String toString() {
        return method.toString();
    }
}
