package io.quarkiverse.usecache.it.benchmarks.contestant;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;

/** What any interceptor costs, whatever it does. */
@NoOp
@Interceptor
@Priority(Interceptor.Priority.APPLICATION)
public class NoOpInterceptor {

    @AroundInvoke
    Object proceed(InvocationContext invocation) throws Exception {
        return invocation.proceed();
    }
}
