package io.quarkiverse.usecache.runtime.intercept;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

import io.quarkiverse.usecache.runtime.method.ReturnKind;
import io.smallrye.mutiny.Uni;

/** Acts when a method that has not thrown has ended, which an asynchronous one has not when it returns. */
@FunctionalInterface
interface OnEnd {

    /** Gives what the method returned, or its like, which ends when the action is done. */
    Object then(Object returned, Consumer<Ending> action);

    /** A method that should return a {@code Uni} or a stage and returns {@code null} has ended. */
    static OnEnd of(ReturnKind kind) {
        OnEnd ofKind = switch (kind) {
            case VALUE -> OnEnd::atOnce;
            case UNI -> (returned, action) -> ofUni((Uni<?>) returned, action);
            case STAGE -> (returned, action) -> ofStage((CompletionStage<?>) returned, action);
        };
        return (returned, action) -> returned == null ? atOnce(null, action) : ofKind.then(returned, action);
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
}
