package io.quarkiverse.usecache.runtime.bridge;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;

import io.quarkus.cache.Cache;
import io.quarkus.cache.CacheInvalidate;
import io.quarkus.cache.CacheManager;
import io.quarkus.cache.runtime.CacheInterceptionContext;
import io.quarkus.cache.runtime.CacheInterceptor;
import io.smallrye.mutiny.Uni;

/** Takes the place of quarkus-cache's own. */
@CacheInvalidate(cacheName = "")
@Interceptor
@Priority(CacheInterceptor.BASE_PRIORITY + 1)
public class InvalidateInterceptor extends InvalidatingInterceptor {

    private final CacheManager caches;

    @Inject
    InvalidateInterceptor(CacheManager caches) {
        this.caches = caches;
    }

    @AroundInvoke
    Object invalidate(InvocationContext invocation) throws Exception {
        CacheInterceptionContext<CacheInvalidate> found = getInterceptionContext(invocation, CacheInvalidate.class, true);
        return intercept(invocation, found.getInterceptorBindings().stream()
                .map(binding -> invalidation(binding, found, invocation)).toList());
    }

    /** The key is that of the arguments as they are before the method runs. */
    private Uni<Void> invalidation(CacheInvalidate binding, CacheInterceptionContext<CacheInvalidate> found,
            InvocationContext invocation) {
        Cache cache = caches.getCache(binding.cacheName()).orElseThrow();
        return cache.invalidate(getCacheKey(cache, binding.keyGenerator(), found.getCacheKeyParameterPositions(),
                invocation.getMethod(), invocation.getParameters()));
    }
}
