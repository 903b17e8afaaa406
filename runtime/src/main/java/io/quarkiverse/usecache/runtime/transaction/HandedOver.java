package io.quarkiverse.usecache.runtime.transaction;

/** The transaction that revalidations of this thread belong to, where it is not the one in progress. */
final class HandedOver {

    private final ThreadLocal<RunningTransaction> owners = new ThreadLocal<>();

    /** Hands what an action revalidates to the given transaction. */
    void to(RunningTransaction owner, Runnable action) {
        RunningTransaction before = owners.get();
        owners.set(owner);
        try {
            action.run();
        } finally {
            owners.set(before);
        }
    }

    /** The transaction that this is handed to, or {@code null}. */
    RunningTransaction owner() {
        return owners.get();
    }
}
