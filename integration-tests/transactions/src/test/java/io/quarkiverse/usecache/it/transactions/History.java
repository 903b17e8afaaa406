package io.quarkiverse.usecache.it.transactions;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

/** What the writers of some accounts have done, and whether a reader may get what it gets. */
final class History {

    static final int ACCOUNTS = 5;

    final LongAdder calls = new LongAdder();
    final LongAdder commits = new LongAdder();
    final LongAdder rollbacks = new LongAdder();
    final LongAdder lostAnswers = new LongAdder();
    private final int first;
    private final AtomicLongArray committed = new AtomicLongArray(ACCOUNTS);
    private final Map<Long, Long> rolledBack = new ConcurrentHashMap<>();
    private final Set<Long> unpublished = ConcurrentHashMap.newKeySet();
    private final AtomicLong clock = new AtomicLong();
    private final AtomicLong receipts = new AtomicLong();
    private final AtomicReference<AssertionError> failure = new AtomicReference<>();

    History(int first) {
        this.first = first;
    }

    int first() {
        return first;
    }

    int last() {
        return first + ACCOUNTS - 1;
    }

    long newReceipt() {
        return receipts.incrementAndGet();
    }

    /** A deposit that nobody else may see, because its transaction has revalidated what it changes before it read it. */
    long unpublishedReceipt() {
        long receipt = newReceipt();
        unpublished.add(receipt);
        return receipt;
    }

    /** From now on, the transaction of this deposit may commit. */
    void mayBePublished(long receipt) {
        unpublished.remove(receipt);
    }

    /** The least that a reader may find now in each account. */
    long[] committed() {
        long[] now = new long[ACCOUNTS];
        for (int i = 0; i < ACCOUNTS; i++) {
            now[i] = committed.get(i);
        }
        return now;
    }

    /** What a transaction must find that has written this. */
    long[] with(Balance written, long[] visible) {
        long[] atLeast = visible.clone();
        atLeast[written.account() - first] = written.deposits();
        return atLeast;
    }

    /** The commit of this balance has returned. */
    void committed(Balance balance) {
        commits.increment();
        committed.accumulateAndGet(balance.account() - first, balance.deposits(), Math::max);
    }

    /** The rollback of these deposits has returned. */
    void rolledBack(long... undone) {
        rollbacks.increment();
        for (long receipt : undone) {
            mayBePublished(receipt);
            rolledBack.put(receipt, clock.incrementAndGet());
        }
    }

    /**
     * Calls, and looks at what the call returns.
     *
     * @param own the deposit of the transaction in progress
     */
    void check(long[] atLeast, long own, Supplier<List<Balance>> call) {
        long began = clock.get();
        List<Balance> balances = call.get();
        calls.increment();
        for (Balance balance : balances) {
            if (balance.deposits() < atLeast[balance.account() - first]) {
                fail(balance + " is older than a commit that had returned: " + atLeast[balance.account() - first]);
            }
            if (rolledBack.getOrDefault(balance.receipt(), Long.MAX_VALUE) <= began) {
                fail(balance + " had been rolled back");
            }
            if (balance.receipt() != own && unpublished.contains(balance.receipt())) {
                fail(balance + " is of a transaction that has not ended");
            }
        }
    }

    /** Kept, because a transaction takes a failure for a reason to roll back. */
    private void fail(String message) {
        failure.compareAndSet(null, new AssertionError(message));
        throw failure.get();
    }

    void rethrowFailure() {
        if (failure.get() != null) {
            throw failure.get();
        }
    }
}
