package io.quarkiverse.usecache.runtime.intercept;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Supplier;

import jakarta.interceptor.InvocationContext;

import io.quarkiverse.usecache.runtime.method.ReturnKind;
import io.quarkiverse.usecache.runtime.suspend.Suspensions;
import io.quarkiverse.usecache.runtime.suspend.Suspensions.Suspended;
import io.smallrye.mutiny.Uni;

/** Calls a method, and acts when it has ended, which an asynchronous one has not when it returns. */
@FunctionalInterface
interface OnEnd {

    /** Calls the method, which has ended if it throws. */
    Returned proceed(InvocationContext invocation) throws Exception;

    /** What a method has returned. */
    @FunctionalInterface
    interface Returned {

        /** Gives it, or its like, which ends when the action is done. */
        Object then(Consumer<Ending> action) throws Exception;
    }

    /** @param suspensions asked only for suspend functions */
    static OnEnd of(ReturnKind kind, Supplier<Suspensions> suspensions) {
        return switch (kind) {
            case VALUE -> of(OnEnd::atOnce);
            case UNI -> of((returned, action) -> ofUni((Uni<?>) returned, action));
            case STAGE -> of((returned, action) -> ofStage((CompletionStage<?>) returned, action));
            case SUSPEND -> invocation -> ofSuspended(suspensions.get().call(invocation));
        };
    }

    /** A method that should return a {@code Uni} or a stage and returns {@code null} has ended. */
    private static OnEnd of(BiFunction<Object, Consumer<Ending>, Object> then) {
        return invocation -> {
            Object returned = invocation.proceed();
            return action -> returned == null ? atOnce(null, action) : then.apply(returned, action);
        };
    }

    private static Object atOnce(Object returned, Consumer<Ending> action) {
        action.accept(new Ending(returned, null));
        return returned;
    }

    private static Uni<?> ofUni(Uni<?> uni, Consumer<Ending> action) {
        return uni.onItemOrFailure().invoke((item, failure) -> action.accept(new Ending(item, failure)))
                .onCancellation().invoke(() -> action.accept(Ending.CANCELLED));
    }

    /** A stage made by {@code thenApply} would wrap the failure. */
    private static CompletionStage<?> ofStage(CompletionStage<?> stage, Consumer<Ending> action) {
        CompletableFuture<Object> ended = stage.toCompletableFuture().newIncompleteFuture();
        stage.whenComplete((item, failure) -> {
            try {
                action.accept(new Ending(item, failure));
            } catch (RuntimeException | Error e) {
                ended.completeExceptionally(failure == null ? e : failure);
                return;
            }
            if (failure == null) {
                ended.complete(item);
            } else {
                ended.completeExceptionally(failure);
            }
        });
        return ended;
    }

    private static Returned ofSuspended(Suspended suspended) {
        return action -> suspended.then((item, failure) -> action.accept(new Ending(item, failure)));
    }
}
