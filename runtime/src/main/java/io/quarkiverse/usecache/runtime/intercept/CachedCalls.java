package io.quarkiverse.usecache.runtime.intercept;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import io.quarkiverse.usecache.runtime.call.CallAdapter;
import io.quarkiverse.usecache.runtime.call.CallAdapters;
import io.quarkiverse.usecache.runtime.call.ReloadRequest;
import io.quarkiverse.usecache.runtime.call.ReloadingCalls;
import io.quarkiverse.usecache.runtime.config.UseCacheConfig;
import io.quarkiverse.usecache.runtime.load.CachedFunction;
import io.quarkiverse.usecache.runtime.method.CachedMethodDescriptor;
import io.quarkiverse.usecache.runtime.method.MethodCatalog;

/** Calls cached methods. */
@Singleton
public class CachedCalls extends MethodCalls<CachedMethodDescriptor> {

    private final CachedFunctions functions;
    private final CallAdapters adapters;
    private final CallGuards guards;
    private final ReloadRequest reload;
    private final boolean enabled;

    @Inject
    CachedCalls(MethodCatalog catalog, CachedFunctions functions, CallAdapters adapters, CallGuards guards,
            ReloadRequest reload, UseCacheConfig config) {
        super(catalog.cached(), CachedMethodDescriptor::id);
        this.functions = functions;
        this.adapters = adapters;
        this.guards = guards;
        this.reload = reload;
        this.enabled = config.enabled();
    }

    @Override
    MethodCall make(CachedMethodDescriptor descriptor) {
        CachedFunction function = functions.of(descriptor);
        CallAdapter adapter = honouring(adapters.forKind(descriptor.returns()));
        return enabled ? guards.guarded(function, adapter) : past(function, adapter);
    }

    private CallAdapter honouring(CallAdapter adapter) {
        return reload == ReloadRequest.NEVER ? adapter : new ReloadingCalls(adapter, reload);
    }

    /** Still a cached call to the application's code, which may add tags to it. */
    private static MethodCall past(CachedFunction function, CallAdapter adapter) {
        return invocation -> adapter.bypass(invocation, function, function.key(invocation));
    }
}
