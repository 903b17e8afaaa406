package io.quarkiverse.usecache.it.transactions.commit;

import static io.quarkus.narayana.jta.QuarkusTransaction.requiringNew;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

import jakarta.inject.Inject;

import io.quarkiverse.usecache.it.transactions.AccountTable;
import io.quarkiverse.usecache.it.transactions.Accounts;
import io.quarkiverse.usecache.it.transactions.Balance;
import io.quarkiverse.usecache.it.transactions.Database;
import io.quarkiverse.usecache.it.transactions.Deposits;
import io.quarkiverse.usecache.it.transactions.Gate;
import io.quarkiverse.usecache.it.transactions.NewAccounts;
import io.quarkiverse.usecache.it.transactions.OnEveryDatabase;
import io.quarkiverse.usecache.it.transactions.OtherThread;
import io.quarkus.test.junit.QuarkusTest;

/** A transaction that goes on reading the data as they were before another's commit keeps that to itself. */
@QuarkusTest
class SnapshotTest {

    @Inject
    NewAccounts newAccounts;

    @Inject
    Accounts accounts;

    @Inject
    Deposits deposits;

    @Inject
    AccountTable table;

    @OnEveryDatabase
    void whatItLoadsIsNotKept(Database database) {
        int account = newAccounts.open(database);

        Balance seen = afterDeposit(database, account, () -> accounts.balance(database, account));

        assertThat(seen.deposits()).isEqualTo(expected(database));
        assertThat(accounts.balance(database, account).deposits()).isEqualTo(1);
    }

    @OnEveryDatabase
    void norIsWhatFindsItsTagsInTheData(Database database) {
        int account = newAccounts.open(database);

        List<Balance> seen = afterDeposit(database, account, () -> accounts.overview(database, account, account));

        assertThat(seen).extracting(Balance::deposits).containsExactly(expected(database));
        assertThat(accounts.overview(database, account, account)).extracting(Balance::deposits).containsExactly(1L);
    }

    @OnEveryDatabase
    void norIsWhatIsMadeOfIt(Database database) {
        int account = newAccounts.open(database);

        List<Balance> seen = afterDeposit(database, account, () -> accounts.statement(database, account, account));

        assertThat(seen).extracting(Balance::deposits).containsExactly(expected(database));
        assertThat(accounts.statement(database, account, account)).extracting(Balance::deposits).containsExactly(1L);
    }

    @OnEveryDatabase
    void othersDoNotGetItWhileTheTransactionRuns(Database database) {
        int account = newAccounts.open(database);

        Balance other = afterDeposit(database, account, () -> {
            accounts.balance(database, account);
            return OtherThread.call(() -> accounts.balance(database, account));
        });

        assertThat(other.deposits()).isEqualTo(1);
        assertThat(accounts.balance(database, account)).isSameAs(other);
    }

    @OnEveryDatabase
    void othersDoNotWaitForIt(Database database) {
        int account = newAccounts.open(database);
        Gate gate = new Gate();
        CompletableFuture<Balance> loading = OtherThread.start(() -> afterDeposit(database, account, () -> {
            table.afterNextRead(gate);
            return accounts.balance(database, account);
        }));
        gate.awaitArrival();

        Balance other = gate.openAfter(() -> accounts.balance(database, account));

        assertThat(other.deposits()).isEqualTo(1);
        assertThat(loading.join().deposits()).isEqualTo(expected(database));
        assertThat(accounts.balance(database, account)).isSameAs(other);
    }

    @OnEveryDatabase
    void whatATransactionInsideLoadsIsKept(Database database) {
        int account = newAccounts.open(database);

        Balance fresh = afterDeposit(database, account,
                () -> requiringNew().call(() -> accounts.balance(database, account)));

        assertThat(fresh.deposits()).isEqualTo(1);
        assertThat(accounts.balance(database, account)).isSameAs(fresh);
    }

    /** Runs in a transaction that has begun to read before another has committed a deposit. */
    private <T> T afterDeposit(Database database, int account, Supplier<T> call) {
        return requiringNew().call(() -> {
            assertThat(table.read(database, account).deposits()).isZero();
            OtherThread.call(() -> {
                deposits.deposit(database, account, 1);
                return null;
            });
            return call.get();
        });
    }

    private static long expected(Database database) {
        return database.readsSnapshots() ? 0 : 1;
    }
}
