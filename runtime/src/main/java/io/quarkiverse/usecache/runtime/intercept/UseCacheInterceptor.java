package io.quarkiverse.usecache.runtime.intercept;

import java.lang.reflect.Method;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;

import io.quarkiverse.usecache.UseCache;

/**
 * Intercepts cached methods, inside the checks of permissions, so that a caller who is refused never sees a cached value and a
 * refresh, which has no caller, is not refused; and outside transactions and fault tolerance, so that a hit begins none.
 */
@UseCache
@Interceptor
@Priority(UseCacheInterceptor.PRIORITY)
public class UseCacheInterceptor {

    /**
     * Between the interceptors of security, {@code PLATFORM_BEFORE + 150}, and of transactions, {@code PLATFORM_BEFORE + 200}.
     */
    static final int PRIORITY = Interceptor.Priority.PLATFORM_BEFORE + 160;

    /** With the method that was called first: most beans have no other, and each bean has an interceptor of its own. */
    private record Known(CachedCalls calls, Method first, MethodCall call) {

        MethodCall callOf(InvocationContext invocation) {
            return invocation.getMethod() == first ? call : calls.of(invocation);
        }
    }

    private final Instance<CachedCalls> instance;
    private Known known;

    @Inject
    UseCacheInterceptor(Instance<CachedCalls> instance) {
        this.instance = instance;
    }

    @AroundInvoke
    Object intercept(InvocationContext invocation) throws Exception {
        Known before = known;
        return (before == null ? know(invocation) : before).callOf(invocation).invoke(invocation);
    }

    /** Not before the first call: a bean may be created while the application is built, and has no configuration then. */
    private Known know(InvocationContext invocation) {
        EarlyCall.refuse(invocation.getMethod());
        CachedCalls calls = instance.get();
        return known = new Known(calls, invocation.getMethod(), calls.of(invocation));
    }
}
