package io.quarkiverse.usecache.runtime.intercept;

import java.util.HashMap;
import java.util.Map;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import io.quarkiverse.usecache.runtime.config.UseCacheConfig;
import io.quarkiverse.usecache.runtime.fill.CachedMethod;
import io.quarkiverse.usecache.runtime.fill.CachedMethods;
import io.quarkiverse.usecache.runtime.fill.CallAdapter;
import io.quarkiverse.usecache.runtime.fill.CallAdapters;
import io.quarkiverse.usecache.runtime.method.MethodId;

/** Calls cached methods. */
@Singleton
public class CachedCalls extends MethodCalls {

    @Inject
    CachedCalls(CachedMethods methods, CallAdapters adapters, CallGuards guards, ReloadWish wish, UseCacheConfig config) {
        super(calls(methods, adapters, guards, wish, config));
    }

    private static Map<MethodId, MethodCall> calls(CachedMethods methods, CallAdapters adapters, CallGuards guards,
            ReloadWish wish, UseCacheConfig config) {
        Map<MethodId, MethodCall> all = new HashMap<>();
        for (CachedMethod method : methods.all()) {
            CallAdapter adapter = heeding(wish, adapters.forKind(method.descriptor().returns()));
            all.put(method.descriptor().id(), config.enabled() ? guards.guarded(method, adapter) : past(method, adapter));
        }
        return all;
    }

    private static CallAdapter heeding(ReloadWish wish, CallAdapter adapter) {
        return wish == ReloadWish.NEVER ? adapter : new ReloadingCalls(adapter, wish);
    }

    /** Still a cached call to the application's code, which may add tags to it. */
    private static MethodCall past(CachedMethod method, CallAdapter adapter) {
        return invocation -> adapter.bypass(invocation, method, method.key(invocation));
    }
}
