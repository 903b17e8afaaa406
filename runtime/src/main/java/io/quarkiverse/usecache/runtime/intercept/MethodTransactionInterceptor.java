package io.quarkiverse.usecache.runtime.intercept;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;

import io.quarkiverse.usecache.runtime.transaction.Transactions;

/**
 * Notes in which transaction a method runs that revalidates tags, inside the interceptor that may begin one or suspend the
 * caller's.
 */
@RevalidatesTags
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 210)
public class MethodTransactionInterceptor {

    private static final String KEY = MethodTransactionInterceptor.class.getName();

    private final Transactions transactions;

    @Inject
    MethodTransactionInterceptor(Transactions transactions) {
        this.transactions = transactions;
    }

    @AroundInvoke
    Object intercept(InvocationContext invocation) throws Exception {
        invocation.getContextData().put(KEY, transactions.current());
        return invocation.proceed();
    }

    /** Whether the method ran elsewhere than in the transaction of its caller, whose end then says nothing about it. */
    static boolean leftTransaction(InvocationContext invocation, Object callers) {
        return !callers.equals(invocation.getContextData().getOrDefault(KEY, callers));
    }
}
