package io.quarkiverse.usecache.runtime.transaction;

import java.util.function.Consumer;

import io.quarkiverse.usecache.runtime.load.ReadViews;
import io.quarkiverse.usecache.runtime.tag.PendingRevalidations;

/** How caching and revalidation respect the transaction in progress. */
public interface Transactions extends ReadViews {

    /** There are no transactions. */
    Transactions NONE = new Transactions() {
    };

    /** Tells the transaction in progress from others by {@code equals}; never {@code null}. */
    default Object current() {
        return NONE;
    }

    /** Performs an action without the transaction in progress. */
    default void outside(Runnable action) {
        action.run();
    }

    /**
     * Performs a revalidation after the commit, and never on rollback.
     *
     * @param announcement says what will be revalidated, so that calls in this transaction go past it
     * @return {@code false} if no transaction is in progress, and the caller has to perform it itself
     */
    default boolean afterCommit(Consumer<PendingRevalidations> announcement, Runnable revalidation) {
        return false;
    }
}
