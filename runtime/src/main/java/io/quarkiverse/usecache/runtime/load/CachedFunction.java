package io.quarkiverse.usecache.runtime.load;

import jakarta.interceptor.InvocationContext;

import io.quarkiverse.usecache.runtime.key.CallKey;
import io.quarkiverse.usecache.runtime.key.CallerKey;
import io.quarkiverse.usecache.runtime.key.KeyFactory;
import io.quarkiverse.usecache.runtime.key.NoKey;
import io.quarkiverse.usecache.runtime.method.CachedMethod;
import io.quarkiverse.usecache.runtime.store.EntryStore;
import io.quarkiverse.usecache.runtime.tag.LogText;

/** A cached method with what its calls need: the maker of its keys, the cache of its entries, and the source of its values. */
public record CachedFunction(CachedMethod method, KeyFactory keys, EntryStore store, Source source) {

    /** The key of a call, for all callers alike, or {@link NoKey} if its arguments cannot be compared. */
    public CallKey key(InvocationContext invocation) {
        try {
            return keys.keyOf(invocation.getMethod(), invocation.getParameters());
        } catch (RuntimeException | StackOverflowError e) {
            return noKey(e);
        }
    }

    /** What a generator throws is its caller's. */
    private CallKey noKey(Throwable failure) {
        if (method.descriptor().keyGenerator() != null) {
            throw CachedFunction.<RuntimeException> unchecked(failure);
        }
        method.warnNotCached("no key can be made of its arguments, because their hashCode fails with ["
                + LogText.of(failure) + "]. Correct it, and pass nothing that contains itself");
        return new NoKey(method.descriptor().id());
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> T unchecked(Throwable failure) throws T {
        throw (T) failure;
    }

    /** The key of a call, for one caller. */
    public CallKey key(InvocationContext invocation, CallerKey caller) {
        CallKey key = key(invocation);
        return key instanceof NoKey ? key : KeyFactory.perCaller(caller, key);
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
