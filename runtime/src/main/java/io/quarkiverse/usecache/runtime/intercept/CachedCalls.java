package io.quarkiverse.usecache.runtime.intercept;

import jakarta.enterprise.inject.Instance;
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
import io.quarkiverse.usecache.runtime.method.ReturnKind;
import io.quarkiverse.usecache.runtime.suspend.Suspensions;
import io.smallrye.mutiny.Uni;

/** Calls cached methods. */
@Singleton
public class CachedCalls extends MethodCalls<CachedMethodDescriptor> {

    private final CachedFunctions functions;
    private final CallAdapters adapters;
    private final CallGuards guards;
    private final ReloadRequest reload;
    private final Instance<Suspensions> suspensions;
    private final boolean enabled;

    @Inject
    CachedCalls(MethodCatalog catalog, CachedFunctions functions, CallAdapters adapters, CallGuards guards,
            ReloadRequest reload, Instance<Suspensions> suspensions, UseCacheConfig config) {
        super(catalog.cached(), CachedMethodDescriptor::id);
        this.functions = functions;
        this.adapters = adapters;
        this.guards = guards;
        this.reload = reload;
        this.suspensions = suspensions;
        this.enabled = config.enabled();
    }

    @Override
    MethodCall make(CachedMethodDescriptor descriptor) {
        CachedFunction function = functions.of(descriptor);
        CallAdapter adapter = ReloadingCalls.honouring(reload, adapters.forKind(descriptor.returns()));
        MethodCall call = enabled ? guards.guarded(function, adapter) : past(function, adapter);
        return descriptor.returns() == ReturnKind.SUSPEND ? awaited(suspensions.get(), call) : call;
    }

    private static MethodCall awaited(Suspensions suspensions, MethodCall call) {
        return invocation -> suspensions.await(invocation, (Uni<?>) call.invoke(invocation));
    }

    /** Still a cached call to the application's code, which may add tags to it. */
    private static MethodCall past(CachedFunction function, CallAdapter adapter) {
        return invocation -> adapter.bypass(invocation, function, function.key(invocation));
    }
}
