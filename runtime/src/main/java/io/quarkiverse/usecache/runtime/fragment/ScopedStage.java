package io.quarkiverse.usecache.runtime.fragment;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import io.quarkiverse.usecache.runtime.load.LoadScope;
import io.smallrye.mutiny.Uni;

/** Completes in the scope of a load, on whichever thread its value comes, and so do the stages that are made of it. */
final class ScopedStage extends CompletableFuture<Object> {

    private final LoadScope scope;

    private ScopedStage(LoadScope scope) {
        this.scope = scope;
    }

    static CompletionStage<Object> of(CompletionStage<?> stage, LoadScope scope) {
        ScopedStage scoped = new ScopedStage(scope);
        stage.whenComplete(scoped::come);
        return scoped;
    }

    /** A value that is to come itself is waited for here, as Qute would do it. */
    private void come(Object value, Throwable failure) {
        if (value instanceof CompletableFuture<?> later) {
            later.whenComplete(this::end);
        } else if (value instanceof Uni<?> later) {
            later.subscribeAsCompletionStage().whenComplete(this::end);
        } else {
            end(value, failure);
        }
    }

    private void end(Object value, Throwable failure) {
        LoadScope before = LoadScope.enter(scope);
        try {
            if (failure == null) {
                complete(value);
            } else {
                completeExceptionally(failure);
            }
        } finally {
            LoadScope.enter(before);
        }
    }
}
