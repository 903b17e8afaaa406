package io.quarkiverse.usecache.it.transactions.commit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.UserTransaction;

import com.arjuna.ats.arjuna.coordinator.BasicAction;
import com.arjuna.ats.arjuna.coordinator.Reapable;
import com.arjuna.ats.arjuna.coordinator.TransactionReaper;

import io.quarkiverse.usecache.it.transactions.AccountTable;
import io.quarkiverse.usecache.it.transactions.Accounts;
import io.quarkiverse.usecache.it.transactions.Balance;
import io.quarkiverse.usecache.it.transactions.Database;
import io.quarkiverse.usecache.it.transactions.Deposits;
import io.quarkiverse.usecache.it.transactions.NewAccounts;
import io.quarkiverse.usecache.it.transactions.OnEveryDatabase;
import io.quarkiverse.usecache.it.transactions.OtherThread;
import io.quarkus.test.junit.QuarkusTest;

/** A transaction that takes too long is rolled back by another thread. */
@QuarkusTest
class TimeoutTest {

    @Inject
    NewAccounts newAccounts;

    @Inject
    Accounts accounts;

    @Inject
    Deposits deposits;

    @Inject
    AccountTable table;

    @Inject
    UserTransaction transaction;

    @OnEveryDatabase
    void itsRevalidationsAreDropped(Database database) throws Exception {
        int account = newAccounts.open(database);
        Balance before = accounts.balance(database, account);

        transaction.begin();
        deposits.deposit(database, account, 1);
        takeTooLong();
        Balance after = accounts.balance(database, account);
        assertThatThrownBy(transaction::commit).isNotNull();

        assertThat(after).isSameAs(before);
        assertThat(accounts.balance(database, account)).isSameAs(before);
        assertThat(table.read(database, account)).isEqualTo(before);
    }

    @OnEveryDatabase
    void nothingThatItLoadedStaysBehind(Database database) throws Exception {
        int account = newAccounts.open(database);

        transaction.begin();
        table.deposit(database, account, 1);
        assertThat(accounts.balance(database, account).receipt()).isEqualTo(1);
        takeTooLong();
        Balance after = OtherThread.call(() -> accounts.balance(database, account));
        assertThatThrownBy(transaction::commit).isNotNull();

        assertThat(after).isEqualTo(new Balance(account, 0, 0));
        assertThat(accounts.balance(database, account)).isEqualTo(after);
    }

    @OnEveryDatabase
    void theNextTransactionOfTheThreadActsAsAnyOther(Database database) throws Exception {
        int account = newAccounts.open(database);
        accounts.balance(database, account);

        transaction.begin();
        deposits.deposit(database, account, 1);
        takeTooLong();
        assertThatThrownBy(transaction::commit).isNotNull();
        deposits.deposit(database, account, 2);

        assertThat(accounts.balance(database, account)).isEqualTo(new Balance(account, 1, 2));
    }

    /** Its second begins now: on a busy machine, one that began with the transaction might end too early. */
    private void takeTooLong() {
        Reapable running = (Reapable) BasicAction.Current();
        TransactionReaper.transactionReaper().remove(running);
        TransactionReaper.transactionReaper().insert(running, 1);
        await().pollInSameThread().until(() -> transaction.getStatus() == Status.STATUS_ROLLEDBACK);
    }
}
