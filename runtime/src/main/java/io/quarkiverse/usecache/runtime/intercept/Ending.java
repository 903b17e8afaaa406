package io.quarkiverse.usecache.runtime.intercept;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;

/**
 * How a method has ended.
 *
 * @param result what it returned, or its {@code Uni}'s or stage's item; {@code null} if it did not succeed
 */
record Ending(Object result, Throwable failure) {

    /** It may have taken effect, or do so yet, though nobody waits for it any more. */
    static final Ending CANCELLED = new Ending(null, new CancellationException());

    boolean succeeded() {
        return failure == null;
    }

    boolean cancelled() {
        return failure instanceof CancellationException
                || failure instanceof CompletionException && failure.getCause() instanceof CancellationException;
    }
}
