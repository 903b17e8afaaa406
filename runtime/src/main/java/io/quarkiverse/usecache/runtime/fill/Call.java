package io.quarkiverse.usecache.runtime.fill;

import io.quarkiverse.usecache.runtime.key.ArrayCopy;
import io.quarkiverse.usecache.runtime.key.CallKey;

/**
 * One call of a cached method that is not a plain hit.
 *
 * @param around the fill that makes the call, or {@code null}
 */
record Call(CachedMethod method, CallKey key, Object[] arguments, FillScope around) {

    /** The same call, independent of arrays that the caller may change as soon as it has returned. */
    Call frozen() {
        return new Call(method, key, (Object[]) ArrayCopy.of(arguments), around);
    }

    SlotStore store() {
        return method.store();
    }

    /** Whether that load is one that makes the call, so that it must not be waited for. */
    boolean isInside(Fill load) {
        return around != null && around.isInside(load);
    }
}
