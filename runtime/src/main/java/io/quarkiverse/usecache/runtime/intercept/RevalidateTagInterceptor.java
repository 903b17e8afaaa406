package io.quarkiverse.usecache.runtime.intercept;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;

import io.quarkiverse.usecache.runtime.intercept.binding.RevalidatesTags;

/**
 * Intercepts methods that revalidate tags, outside whatever they begin: what ends here has taken effect. What they do in a JTA
 * transaction is left to {@link RevalidateInTransactionInterceptor}.
 */
@RevalidatesTags
@Interceptor
@Priority(UseCacheInterceptor.PRIORITY + 10)
public class RevalidateTagInterceptor {

    private final Instance<RevalidatingCalls> instance;
    private RevalidatingCalls known;

    @Inject
    RevalidateTagInterceptor(Instance<RevalidatingCalls> instance) {
        this.instance = instance;
    }

    @AroundInvoke
    Object intercept(InvocationContext invocation) throws Exception {
        if (known == null) {
            EarlyCall.refuse(invocation.getMethod());
            known = instance.get();
        }
        return known.invoke(invocation);
    }
}
