package io.quarkiverse.usecache.runtime.suspend;

import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

import jakarta.interceptor.InvocationContext;

import io.quarkiverse.usecache.runtime.load.Load;
import io.smallrye.mutiny.Uni;

/** Speaks with suspend functions of Kotlin and with their callers. Only an application with coroutines has it. */
public interface Suspensions {

    /**
     * Runs the function of a load, apart from the coroutine of its caller, so that no caller can cancel what others wait for.
     *
     * @param own makes what runs the function, after it was suspended, if there is no caller
     */
    Uni<?> run(Load load, Supplier<Executor> own) throws Exception;

    /** Returns to the caller what there is for it, or suspends it until there is something. */
    Object await(InvocationContext invocation, Uni<?> answer) throws Exception;

    /** Calls a function as a part of its caller's coroutine. */
    Suspended call(InvocationContext invocation) throws Exception;

    /** A function that has been called, and may have been suspended. */
    @FunctionalInterface
    interface Suspended {

        /**
         * Has an action told, before the caller, what the function returns or throws.
         *
         * @return what the caller is to be given
         */
        Object then(BiConsumer<Object, Throwable> action) throws Exception;
    }
}
