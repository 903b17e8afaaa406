package io.quarkiverse.usecache.it.transactions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Timeout;

import io.quarkus.test.junit.QuarkusTest;

/**
 * Everything at once, and what holds: no call gets what is older than a commit that had returned when the call, or the snapshot
 * it reads from, began, nor what had been rolled back; what a transaction has revalidated it sees itself, and others do not
 * until it ends; and when all is quiet, the cache has what the database has.
 * <p>
 * What each thread does follows from the seed; how the threads interleave does not. {@link Seeds} says how many are tried.
 */
@QuarkusTest
@Timeout(600)
class TransactionHistoryTest {

    private static final int THREADS = 4;
    private static final int ROUNDS = 15;
    private static final int OPERATIONS = 20;

    @Inject
    NewAccounts newAccounts;

    @Inject
    Accounts accounts;

    @Inject
    Deposits deposits;

    @Inject
    AccountTable table;

    @Inject
    Endings endings;

    @OnEveryDatabase
    void noCallGetsWhatIsOlderThanACommitOrWasRolledBack(Database database) {
        for (long seed = Seeds.FIRST; seed < Seeds.FIRST + Seeds.COUNT; seed++) {
            History history = new History(newAccounts.open(database, History.ACCOUNTS));
            try {
                run(database, history, seed);
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError("Seed [" + seed + "] fails on " + database + "; run it again with"
                        + " -Dusecache.transactions.seeds=1 -Dusecache.transactions.first=" + seed, e);
            }
            System.out.printf("Transactions: %s, seed %d, %d calls, %d commits, %d of them without an answer, %d rollbacks, "
                    + "no stale value%n", database, seed, history.calls.sum(), history.commits.sum(), history.lostAnswers.sum(),
                    history.rollbacks.sum());
        }
    }

    private void run(Database database, History history, long seed) {
        List<HistoryThread> threads = IntStream.range(0, THREADS).mapToObj(thread -> new HistoryThread(database, history,
                accounts, deposits, table, endings, new Random(seed * THREADS + thread))).toList();
        for (int round = 0; round < ROUNDS; round++) {
            Stream<CompletableFuture<Void>> running = threads.stream().map(thread -> OtherThread.start(() -> {
                thread.run(OPERATIONS);
                return null;
            }));
            running.toList().forEach(CompletableFuture::join);
            history.rethrowFailure();
            compareWithDatabase(database, history);
        }
        assertThat(history.commits.sum()).isPositive();
        assertThat(history.rollbacks.sum()).isPositive();
    }

    private void compareWithDatabase(Database database, History history) {
        int last = history.last();
        for (int first = history.first(); first <= last; first++) {
            List<Balance> stored = table.read(database, first, last);
            assertThat(accounts.balance(database, first)).isEqualTo(stored.get(0));
            assertThat(accounts.balanceInItsOwnTransaction(database, first)).isEqualTo(stored.get(0));
            assertThat(accounts.statement(database, first, last)).isEqualTo(stored);
            assertThat(accounts.overview(database, first, last)).isEqualTo(stored);
        }
    }
}
