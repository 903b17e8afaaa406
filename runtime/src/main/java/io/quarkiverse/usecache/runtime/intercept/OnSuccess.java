package io.quarkiverse.usecache.runtime.intercept;

import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

import io.quarkiverse.usecache.runtime.method.ReturnKind;
import io.smallrye.mutiny.Uni;

/** Acts when a method has succeeded, which an asynchronous one has not when it returns. */
@FunctionalInterface
interface OnSuccess {

    /** Gives what the method returned, so that who receives it sees the action done. */
    Object then(Object returned, Consumer<Object> action);

    static OnSuccess of(ReturnKind kind) {
        return switch (kind) {
            case VALUE -> (returned, action) -> {
                action.accept(returned);
                return returned;
            };
            case UNI -> (returned, action) -> ((Uni<?>) returned).onItem().invoke(action::accept);
            case STAGE -> (returned, action) -> ((CompletionStage<?>) returned).thenApply(item -> {
                action.accept(item);
                return item;
            });
        };
    }
}
