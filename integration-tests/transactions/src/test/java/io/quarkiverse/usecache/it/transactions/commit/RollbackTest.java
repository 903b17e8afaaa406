package io.quarkiverse.usecache.it.transactions.commit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;

import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;

import io.quarkiverse.usecache.it.transactions.AccountTable;
import io.quarkiverse.usecache.it.transactions.Accounts;
import io.quarkiverse.usecache.it.transactions.Balance;
import io.quarkiverse.usecache.it.transactions.Database;
import io.quarkiverse.usecache.it.transactions.Deposits;
import io.quarkiverse.usecache.it.transactions.NewAccounts;
import io.quarkiverse.usecache.it.transactions.OnEveryDatabase;
import io.quarkiverse.usecache.it.transactions.OtherThread;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class RollbackTest {

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
    void theEntryIsKept(Database database) throws Exception {
        int account = newAccounts.open(database);
        Balance before = accounts.balance(database, account);

        transaction.begin();
        deposits.deposit(database, account, 1);
        transaction.rollback();

        assertThat(accounts.balance(database, account)).isSameAs(before);
    }

    @OnEveryDatabase
    void theEntryIsKeptWhenTheMethodFails(Database database) {
        int account = newAccounts.open(database);
        Balance before = accounts.balance(database, account);

        assertThatThrownBy(() -> deposits.deposit(database, account, 1, () -> {
            throw new IllegalStateException("refused");
        })).hasMessage("refused");

        assertThat(accounts.balance(database, account)).isSameAs(before);
    }

    @OnEveryDatabase
    void callsInTheTransactionSeeWhatItHasWritten(Database database) throws Exception {
        int account = newAccounts.open(database);
        Balance before = accounts.balance(database, account);

        transaction.begin();
        deposits.deposit(database, account, 1);
        Balance during = accounts.balance(database, account);
        Balance other = OtherThread.call(() -> accounts.balance(database, account));
        transaction.rollback();

        assertThat(during.receipt()).isEqualTo(1);
        assertThat(other).isSameAs(before);
        assertThat(accounts.balance(database, account)).isSameAs(before);
    }

    @OnEveryDatabase
    void nothingIsStoredThatWasLoadedAfterTheRevalidation(Database database) throws Exception {
        int account = newAccounts.open(database);

        transaction.begin();
        deposits.deposit(database, account, 1);
        accounts.balance(database, account);
        Balance other = OtherThread.call(() -> accounts.balance(database, account));
        transaction.rollback();

        assertThat(other.deposits()).isZero();
        assertThat(accounts.balance(database, account)).isSameAs(other);
    }

    @OnEveryDatabase
    void whatWasLoadedBeforeTheRevalidationDoesNotStayBehind(Database database) throws Exception {
        int account = newAccounts.open(database);

        transaction.begin();
        table.deposit(database, account, 1);
        assertThat(accounts.balance(database, account).receipt()).isEqualTo(1);
        assertThat(accounts.overview(database, account, account).get(0).receipt()).isEqualTo(1);
        deposits.deposit(database, account, 2);
        transaction.rollback();

        assertThat(accounts.balance(database, account)).isEqualTo(new Balance(account, 0, 0));
        assertThat(accounts.overview(database, account, account)).containsExactly(new Balance(account, 0, 0));
    }

    @OnEveryDatabase
    void norDoesWhatOthersMadeOfIt(Database database) throws Exception {
        int account = newAccounts.open(database);

        transaction.begin();
        table.deposit(database, account, 1);
        accounts.balance(database, account);
        List<Balance> other = OtherThread.call(() -> accounts.statement(database, account, account));
        transaction.rollback();

        assertThat(other).extracting(Balance::receipt).containsExactly(1L);
        assertThat(accounts.statement(database, account, account)).containsExactly(new Balance(account, 0, 0));
    }
}
