package io.quarkiverse.usecache.runtime.intercept;

import io.quarkiverse.usecache.runtime.fill.CachedMethod;
import io.quarkiverse.usecache.runtime.fill.CallAdapter;

/** Decides which entry a caller may be given, before it is looked up; whether it may call at all was checked before. */
public interface CallGuards {

    /** All callers share the entries. */
    CallGuards NONE = SharedCall::new;

    MethodCall guarded(CachedMethod method, CallAdapter adapter);
}
