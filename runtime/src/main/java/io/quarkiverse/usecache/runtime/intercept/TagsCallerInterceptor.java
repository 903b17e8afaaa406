package io.quarkiverse.usecache.runtime.intercept;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;

import io.quarkiverse.usecache.runtime.intercept.binding.TagsCaller;

/** Intercepts methods that are not cached themselves and tag the cached call around them. */
@TagsCaller
@Interceptor
@Priority(UseCacheInterceptor.PRIORITY + 20)
public class TagsCallerInterceptor {

    private final Instance<TaggingCalls> instance;

    @Inject
    TagsCallerInterceptor(Instance<TaggingCalls> instance) {
        this.instance = instance;
    }

    @AroundInvoke
    Object intercept(InvocationContext invocation) throws Exception {
        return instance.get().invoke(invocation);
    }
}
