package io.quarkiverse.usecache.runtime.intercept;

import io.quarkiverse.usecache.runtime.call.CallAdapter;
import io.quarkiverse.usecache.runtime.load.CachedFunction;

/** Decides which entry a caller may be given, before it is looked up; whether it may call at all was checked before. */
public interface CallGuards {

    /** All callers share the entries. */
    CallGuards NONE = SharedCall::new;

    MethodCall guarded(CachedFunction function, CallAdapter adapter);
}
