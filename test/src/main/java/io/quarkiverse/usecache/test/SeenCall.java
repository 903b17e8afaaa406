package io.quarkiverse.usecache.test;

import java.util.Locale;

import io.quarkiverse.usecache.runtime.key.CallKey;
import io.quarkiverse.usecache.runtime.method.MethodId;

/** Something that has become of a call, or of a load behind it. */
record SeenCall(What what, MethodId method, CallKey key) {

    enum What {
        HIT,
        STALE_HIT,
        MISS,
        JOINED,
        LOAD,
        REFRESH,
        FOUND_IN_STORE;

        /** Whether it is what one call of the application was given. */
        boolean isOfCall() {
            return this == HIT || this == STALE_HIT || this == MISS || this == JOINED;
        }
    }

    @Override
    public String toString() {
        return what.name().toLowerCase(Locale.ROOT).replace('_', ' ') + " of " + method + key;
    }
}
