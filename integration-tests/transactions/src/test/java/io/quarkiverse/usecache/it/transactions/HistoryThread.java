package io.quarkiverse.usecache.it.transactions;

import static io.quarkus.narayana.jta.QuarkusTransaction.requiringNew;

import java.util.List;
import java.util.Random;

import jakarta.enterprise.event.TransactionPhase;

/** Reads and writes as a seed says. */
final class HistoryThread {

    private static final long NONE = -1;

    private final Database database;
    private final History history;
    private final Accounts accounts;
    private final Deposits deposits;
    private final AccountTable table;
    private final Endings endings;
    private final Random random;

    HistoryThread(Database database, History history, Accounts accounts, Deposits deposits, AccountTable table, Endings endings,
            Random random) {
        this.database = database;
        this.history = history;
        this.accounts = accounts;
        this.deposits = deposits;
        this.table = table;
        this.endings = endings;
        this.random = random;
    }

    void run(int operations) {
        for (int i = 0; i < operations; i++) {
            switch (random.nextInt(5)) {
                case 0, 1 -> read(history.committed());
                case 2 -> readInTransaction();
                default -> write(anyAccountFrom(history.first()));
            }
        }
    }

    private void read(long[] atLeast) {
        read(atLeast, NONE);
    }

    /** @param own the deposit that the transaction in progress has made */
    private void read(long[] atLeast, long own) {
        if (random.nextInt(4) == 0) {
            int account = anyAccountFrom(history.first());
            history.check(history.committed(), NONE,
                    () -> List.of(accounts.balanceInItsOwnTransaction(database, account)));
        } else {
            readHere(atLeast, own);
        }
    }

    private void readHere(long[] atLeast, long own) {
        int account = anyAccountFrom(history.first());
        int last = anyAccountFrom(account);
        switch (random.nextInt(3)) {
            case 0 -> history.check(atLeast, own, () -> accounts.statement(database, account, last));
            case 1 -> history.check(atLeast, own, () -> accounts.overview(database, account, last));
            default -> history.check(atLeast, own, () -> List.of(accounts.balance(database, account)));
        }
    }

    /** What a transaction may find at least that began with this. */
    private long[] visible(long[] begun) {
        return database.readsSnapshots() ? begun : history.committed();
    }

    private void readInTransaction() {
        long[] begun = history.committed();
        requiringNew().run(() -> {
            if (random.nextBoolean()) {
                table.read(database, history.first());
            }
            for (int i = random.nextInt(4); i >= 0; i--) {
                read(visible(begun));
            }
        });
    }

    private void write(int account) {
        long[] begun = history.committed();
        long early = history.newReceipt();
        long receipt = history.unpublishedReceipt();
        LostAnswer lost = new LostAnswer(random.nextBoolean());
        Balance[] written = new Balance[1];
        try {
            requiringNew().run(() -> written[0] = deposit(account, early, receipt, begun, lost));
        } catch (RuntimeException refused) {
            history.rethrowFailure();
            if (lost.isLost()) {
                lookForItself(written[0], early);
            } else {
                history.rolledBack(early, receipt);
            }
            return;
        }
        history.committed(written[0]);
    }

    /** Another deposit may have come after it, whose commit need not have returned: then nothing is known. */
    private void lookForItself(Balance written, long early) {
        Balance now = OtherThread.call(() -> table.read(database, written.account()));
        if (now.receipt() == written.receipt()) {
            history.lostAnswers.increment();
            history.committed(written);
        } else if (now.deposits() < written.deposits()) {
            history.rolledBack(early, written.receipt());
        }
    }

    /** @param early what others may see if it is loaded, because its revalidation is not known yet */
    private Balance deposit(int account, long early, long receipt, long[] begun, LostAnswer lost) {
        if (random.nextBoolean()) {
            table.deposit(database, account, early);
            read(visible(begun));
        }
        deposits.deposit(database, account, receipt);
        Balance written = table.read(database, account);
        for (int i = random.nextInt(3); i > 0; i--) {
            read(history.with(written, visible(begun)), receipt);
        }
        if (account < history.last() && random.nextInt(3) == 0) {
            writeInside(anyAccountFrom(account + 1));
        }
        switch (random.nextInt(9)) {
            case 0, 1, 2 -> throw new IllegalStateException("Rolled back on purpose");
            case 3 -> endings.cut(database);
            case 4 -> endings.lose(lost);
            case 5, 6 -> endings.observe(phase -> observe(phase, written, receipt, begun));
            default -> {
            }
        }
        history.mayBePublished(receipt);
        return written;
    }

    private void observe(TransactionPhase phase, Balance written, long receipt, long[] begun) {
        if (phase == TransactionPhase.BEFORE_COMPLETION) {
            readHere(history.with(written, visible(begun)), receipt);
        } else {
            long[] committed = history.committed();
            long[] atLeast = phase == TransactionPhase.AFTER_SUCCESS ? history.with(written, committed) : committed;
            OtherThread.call(() -> {
                read(atLeast, NONE);
                return null;
            });
        }
    }

    /** Always on an account behind those that are locked by the transactions around, so that no two wait for each other. */
    private void writeInside(int account) {
        if (random.nextBoolean()) {
            write(account);
            return;
        }
        long receipt = history.newReceipt();
        try {
            deposits.depositInNewTransaction(database, account, receipt);
        } catch (RuntimeException refused) {
            history.rolledBack(receipt);
            return;
        }
        history.commits.increment();
    }

    private int anyAccountFrom(int account) {
        return account + random.nextInt(history.last() - account + 1);
    }
}
