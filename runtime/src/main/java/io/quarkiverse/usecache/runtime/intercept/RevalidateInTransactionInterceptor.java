package io.quarkiverse.usecache.runtime.intercept;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;

import io.quarkiverse.usecache.runtime.intercept.binding.RevalidatesTags;

/**
 * Intercepts methods that revalidate tags once more, inside the interceptor that may begin a transaction or suspend the
 * caller's: what a transaction changes is revalidated when that one ends.
 */
@RevalidatesTags
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 210)
public class RevalidateInTransactionInterceptor {

    @AroundInvoke
    Object intercept(InvocationContext invocation) throws Exception {
        RevalidatingCall call = RevalidatingCall.around(invocation);
        return call == null ? invocation.proceed() : call.inside(invocation);
    }
}
