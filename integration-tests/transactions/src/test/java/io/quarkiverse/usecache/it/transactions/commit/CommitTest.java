package io.quarkiverse.usecache.it.transactions.commit;

import static io.quarkus.narayana.jta.QuarkusTransaction.requiringNew;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

import jakarta.inject.Inject;
import jakarta.transaction.TransactionSynchronizationRegistry;

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

@QuarkusTest
class CommitTest {

    @Inject
    NewAccounts newAccounts;

    @Inject
    Accounts accounts;

    @Inject
    Deposits deposits;

    @Inject
    AccountTable table;

    @Inject
    TransactionSynchronizationRegistry transactions;

    @OnEveryDatabase
    void theNextCallSeesWhatWasCommitted(Database database) {
        int account = newAccounts.open(database);
        Balance before = accounts.balance(database, account);

        deposits.deposit(database, account, 1);

        assertThat(before.deposits()).isZero();
        assertThat(accounts.balance(database, account).deposits()).isEqualTo(1);
    }

    @OnEveryDatabase
    void untilThenOthersGetWhatTheyWouldRead(Database database) {
        int account = newAccounts.open(database);

        requiringNew().run(() -> {
            deposits.deposit(database, account, 1);
            Balance during = OtherThread.call(() -> accounts.balance(database, account));
            assertThat(during).isEqualTo(OtherThread.call(() -> table.read(database, account)));
            assertThat(during.deposits()).isZero();
        });

        assertThat(accounts.balance(database, account).deposits()).isEqualTo(1);
    }

    @OnEveryDatabase
    void aLoadJustBeforeTheCommitIsNotKept(Database database) {
        int account = newAccounts.open(database);

        requiringNew().run(() -> {
            deposits.deposit(database, account, 1);
            transactions.registerInterposedSynchronization(new BeforeCompletion(
                    () -> OtherThread.call(() -> accounts.balance(database, account))));
        });

        assertThat(accounts.balance(database, account).deposits()).isEqualTo(1);
    }

    @OnEveryDatabase
    void aLoadThatBeganBeforeTheCommitDoesNotStayBehind(Database database) {
        int account = newAccounts.open(database);

        loadDuringDeposit(database, account, () -> accounts.balance(database, account));
    }

    @OnEveryDatabase
    void norDoesItInATransaction(Database database) {
        int account = newAccounts.open(database);

        loadDuringDeposit(database, account, () -> requiringNew().call(() -> accounts.balance(database, account)));
    }

    @OnEveryDatabase
    void norDoesItInItsOwnTransaction(Database database) {
        int account = newAccounts.open(database);

        loadDuringDeposit(database, account, () -> accounts.balanceInItsOwnTransaction(database, account));
    }

    @OnEveryDatabase
    void norDoesOneThatFindsItsTagsInTheData(Database database) {
        int account = newAccounts.open(database);

        loadDuringDeposit(database, account, () -> accounts.overview(database, account, account).get(0));
    }

    @OnEveryDatabase
    void norDoesWhatIsMadeOfIt(Database database) {
        int account = newAccounts.open(database);

        loadDuringDeposit(database, account, () -> accounts.statement(database, account, account).get(0));
    }

    @OnEveryDatabase
    void aCallAfterTheCommitDoesNotWaitForSuchALoad(Database database) {
        int account = newAccounts.open(database);
        Gate gate = new Gate();
        CompletableFuture<Balance> loading = load(gate, () -> accounts.balance(database, account));

        deposits.deposit(database, account, 1);
        Balance balance = gate.openAfter(() -> accounts.balance(database, account));

        assertThat(balance.deposits()).isEqualTo(1);
        assertThat(loading.join().deposits()).isZero();
        assertThat(accounts.balance(database, account)).isSameAs(balance);
    }

    private void loadDuringDeposit(Database database, int account, Supplier<Balance> call) {
        Gate gate = new Gate();
        CompletableFuture<Balance> loading = load(gate, call);

        deposits.deposit(database, account, 1);
        CompletableFuture<Balance> another = OtherThread.start(call);
        gate.open();

        assertThat(loading.join().deposits()).isZero();
        assertThat(another.join().deposits()).isEqualTo(1);
        assertThat(call.get().deposits()).isEqualTo(1);
    }

    /** A load that has read from the database and is held at the gate. */
    private CompletableFuture<Balance> load(Gate gate, Supplier<Balance> call) {
        table.afterNextRead(gate);
        CompletableFuture<Balance> loading = OtherThread.start(call);
        gate.awaitArrival();
        return loading;
    }
}
