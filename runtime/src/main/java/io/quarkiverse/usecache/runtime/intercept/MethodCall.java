package io.quarkiverse.usecache.runtime.intercept;

import jakarta.interceptor.InvocationContext;

/** What an interceptor does at one method. */
@FunctionalInterface
public interface MethodCall {

    /** The method is left alone. */
    MethodCall PROCEED = InvocationContext::proceed;

    Object invoke(InvocationContext invocation) throws Exception;
}
