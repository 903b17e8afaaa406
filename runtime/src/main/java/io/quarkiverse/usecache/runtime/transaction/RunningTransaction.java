package io.quarkiverse.usecache.runtime.transaction;

import java.util.function.Consumer;

import io.quarkiverse.usecache.runtime.tag.PendingRevalidations;

/** A transaction that revalidations can be handed to, from any thread. */
@FunctionalInterface
public interface RunningTransaction {

    /** There is none. */
    RunningTransaction NONE = (announcement, revalidation) -> false;

    /**
     * Performs a revalidation when the transaction ends, unless it ends without an attempt to commit.
     *
     * @param announcement says what will be revalidated, so that calls in this transaction go past it
     * @return {@code false} if there is nothing to wait for, and the caller has to perform it itself
     */
    boolean defer(Consumer<PendingRevalidations> announcement, AtCommit revalidation);
}
