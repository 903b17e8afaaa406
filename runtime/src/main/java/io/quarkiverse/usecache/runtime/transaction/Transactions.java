package io.quarkiverse.usecache.runtime.transaction;

import java.util.function.Consumer;

import io.quarkiverse.usecache.runtime.load.ReadViews;
import io.quarkiverse.usecache.runtime.tag.PendingRevalidations;

/** How caching and revalidation respect the transaction in progress. */
public interface Transactions extends ReadViews {

    /** There are no transactions. */
    Transactions NONE = new Transactions() {
    };

    /** That of the calling thread; never {@code null}. */
    default RunningTransaction current() {
        return RunningTransaction.NONE;
    }

    /** Hands what an action revalidates to the given transaction instead of the thread's. */
    default void handTo(RunningTransaction owner, Runnable action) {
        action.run();
    }

    /**
     * Performs a revalidation at the end of the transaction that it belongs to: the one it is handed to, or else the thread's.
     *
     * @param announcement says what will be revalidated, so that calls in this transaction go past it
     * @return {@code false} if no transaction is in progress, and the caller has to perform it itself
     */
    default boolean afterCommit(Consumer<PendingRevalidations> announcement, AtCommit revalidation) {
        return false;
    }
}
