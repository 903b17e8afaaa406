package io.quarkiverse.usecache.runtime.transaction;

import java.util.function.Consumer;

import io.quarkiverse.usecache.runtime.tag.TagState;

/** How caching and revalidation respect the transaction in progress. */
public interface Transactions {

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

    /** What this transaction will revalidate when it commits, or {@code null} for nothing. */
    default PendingRevalidations pending() {
        return null;
    }

    /**
     * The stamp of a load that begins now. In a transaction it is not later than the transaction's begin, because the load may
     * see the data as they were then.
     */
    default long visibleAt(long stamp) {
        return stamp;
    }

    /**
     * A tag for what is loaded now, which may hold changes of this transaction and must not outlive its rollback; {@code null}
     * for none.
     */
    default TagState undoneByRollback() {
        return null;
    }
}
