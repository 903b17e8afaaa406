package io.quarkiverse.usecache.it.transactions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.UserTransaction;

import org.junit.jupiter.api.AfterEach;

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

    @AfterEach
    void useTheDefaultAgain() throws Exception {
        transaction.setTransactionTimeout(0);
    }

    @OnEveryDatabase
    void itsRevalidationsAreDropped(Database database) throws Exception {
        int account = newAccounts.open(database);
        Balance before = accounts.balance(database, account);

        begin();
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

        begin();
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

        begin();
        deposits.deposit(database, account, 1);
        takeTooLong();
        assertThatThrownBy(transaction::commit).isNotNull();
        deposits.deposit(database, account, 2);

        assertThat(accounts.balance(database, account)).isEqualTo(new Balance(account, 1, 2));
    }

    private void begin() throws Exception {
        transaction.setTransactionTimeout(1);
        transaction.begin();
    }

    private void takeTooLong() {
        await().pollInSameThread().until(() -> transaction.getStatus() == Status.STATUS_ROLLEDBACK);
    }
}
