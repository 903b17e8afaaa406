package io.quarkiverse.usecache.it.transactions;

import static io.quarkus.narayana.jta.QuarkusTransaction.requiringNew;

import java.util.List;
import java.util.Random;

/** Reads and writes as a seed says. */
final class HistoryThread {

    private final Database database;
    private final History history;
    private final Accounts accounts;
    private final Deposits deposits;
    private final AccountTable table;
    private final Random random;

    HistoryThread(Database database, History history, Accounts accounts, Deposits deposits, AccountTable table, Random random) {
        this.database = database;
        this.history = history;
        this.accounts = accounts;
        this.deposits = deposits;
        this.table = table;
        this.random = random;
    }

    void run(int operations) {
        for (int i = 0; i < operations; i++) {
            switch (random.nextInt(5)) {
                case 0, 1 -> read(null);
                case 2 -> readInTransaction();
                default -> write(anyAccountFrom(history.first()));
            }
        }
    }

    /** @param begun what was committed when the transaction in progress began, {@code null} for none */
    private void read(long[] begun) {
        boolean snapshot = begun != null && database.readsSnapshots();
        int account = anyAccountFrom(history.first());
        int last = anyAccountFrom(account);
        int kind = random.nextInt(4);
        history.check(snapshot ? begun : history.committed(), () -> switch (kind) {
            case 0 -> accounts.statement(database, account, last);
            case 1 -> accounts.overview(database, account, last);
            case 2 -> List.of(accounts.balanceInItsOwnTransaction(database, account));
            default -> List.of(accounts.balance(database, account));
        });
    }

    private void readInTransaction() {
        long[] begun = history.committed();
        requiringNew().run(() -> {
            if (random.nextBoolean()) {
                table.read(database, history.first());
            }
            for (int i = random.nextInt(4); i >= 0; i--) {
                read(begun);
            }
        });
    }

    private void write(int account) {
        long receipt = history.newReceipt();
        long[] begun = history.committed();
        Balance[] written = new Balance[1];
        try {
            requiringNew().run(() -> written[0] = deposit(account, receipt, begun));
        } catch (RuntimeException refused) {
            history.rethrowFailure();
            history.rolledBack(receipt);
            return;
        }
        history.committed(written[0]);
    }

    private Balance deposit(int account, long receipt, long[] begun) {
        if (random.nextBoolean()) {
            table.deposit(database, account, receipt);
            read(begun);
        }
        deposits.deposit(database, account, receipt);
        Balance written = table.read(database, account);
        if (random.nextBoolean()) {
            read(begun);
        }
        if (account < history.last() && random.nextInt(3) == 0) {
            writeInside(anyAccountFrom(account + 1));
        }
        if (random.nextInt(3) == 0) {
            throw new IllegalStateException("Rolled back on purpose");
        }
        return written;
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
