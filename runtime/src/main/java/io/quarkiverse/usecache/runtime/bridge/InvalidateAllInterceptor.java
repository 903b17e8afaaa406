package io.quarkiverse.usecache.runtime.bridge;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;

import io.quarkus.cache.CacheInvalidateAll;
import io.quarkus.cache.CacheManager;
import io.quarkus.cache.runtime.CacheInterceptor;

/** Takes the place of quarkus-cache's own. */
@CacheInvalidateAll(cacheName = "")
@Interceptor
@Priority(CacheInterceptor.BASE_PRIORITY)
public class InvalidateAllInterceptor extends InvalidatingInterceptor {

    private final CacheManager caches;

    @Inject
    InvalidateAllInterceptor(CacheManager caches) {
        this.caches = caches;
    }

    @AroundInvoke
    Object invalidate(InvocationContext invocation) throws Exception {
        return intercept(invocation, getInterceptionContext(invocation, CacheInvalidateAll.class, false)
                .getInterceptorBindings().stream()
                .map(binding -> caches.getCache(binding.cacheName()).orElseThrow().invalidateAll()).toList());
    }
}
