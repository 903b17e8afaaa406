package io.quarkiverse.usecache.runtime.bridge;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

import jakarta.interceptor.InvocationContext;

import io.quarkus.cache.CacheResult;
import io.quarkus.cache.runtime.CacheInterceptor;
import io.quarkus.runtime.BlockingOperationControl;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.unchecked.Unchecked;

/**
 * Invalidates after the method has succeeded, and so after the commit of the transaction that it began: a load between the two
 * would keep the old value. Only a method that is cached itself is invalidated before, so that it loads.
 */
abstract class InvalidatingInterceptor extends CacheInterceptor {

    /** @param invalidations what is to be done, once for each call */
    final Object intercept(InvocationContext invocation, List<Uni<Void>> invalidations) throws Exception {
        Supplier<Uni<?>> all = () -> invalidations.stream().reduce(Uni.createFrom().voidItem(),
                (before, next) -> before.chain(() -> next));
        boolean first = !getInterceptionContext(invocation, CacheResult.class, false).getInterceptorBindings().isEmpty();
        return switch (determineReturnType(invocation.getMethod().getReturnType())) {
            case NonAsync -> value(invocation, all, first);
            case Uni -> deferred(() -> (Uni<?>) invocation.proceed(), all, first);
            case CompletionStage -> deferred(
                    () -> Uni.createFrom().completionStage((CompletionStage<?>) invocation.proceed()), all, first)
                    .subscribeAsCompletionStage();
        };
    }

    private static Object value(InvocationContext invocation, Supplier<Uni<?>> all, boolean first) throws Exception {
        if (first) {
            finish(all.get());
            return invocation.proceed();
        }
        Object result = invocation.proceed();
        finish(all.get());
        return result;
    }

    /** On this node it is done at once; a thread that must not block does not wait for others. */
    private static void finish(Uni<?> invalidation) {
        CompletableFuture<?> done = invalidation.subscribeAsCompletionStage();
        if (done.isDone() || BlockingOperationControl.isBlockingAllowed()) {
            done.join();
        }
    }

    private interface Method {

        Uni<?> call() throws Exception;
    }

    /** As in quarkus-cache, the method does not run before its {@code Uni} is subscribed to. */
    private static Uni<Object> deferred(Method method, Supplier<Uni<?>> all, boolean first) {
        Uni<Object> called = Uni.createFrom().deferred(Unchecked.supplier(() -> method.call().map(item -> (Object) item)));
        return first ? Uni.createFrom().deferred(all::get).chain(done -> called) : called.call(item -> all.get());
    }
}
