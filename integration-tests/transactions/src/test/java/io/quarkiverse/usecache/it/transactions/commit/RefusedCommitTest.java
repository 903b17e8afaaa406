package io.quarkiverse.usecache.it.transactions.commit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;

import io.quarkiverse.usecache.it.transactions.AccountTable;
import io.quarkiverse.usecache.it.transactions.Accounts;
import io.quarkiverse.usecache.it.transactions.Balance;
import io.quarkiverse.usecache.it.transactions.Database;
import io.quarkiverse.usecache.it.transactions.Deposits;
import io.quarkiverse.usecache.it.transactions.NewAccounts;
import io.quarkiverse.usecache.it.transactions.OnEveryDatabase;
import io.quarkiverse.usecache.it.transactions.OnPostgresql;
import io.quarkiverse.usecache.it.transactions.OtherThread;
import io.quarkus.test.junit.QuarkusTest;

/** The application wants to commit, and the database does not. */
@QuarkusTest
class RefusedCommitTest {

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
    void aChangeThatComesTooLateLeavesTheOtherOne(Database database) throws Exception {
        int account = newAccounts.open(database);

        transaction.begin();
        Balance before = table.read(database, account);
        OtherThread.call(() -> {
            deposits.deposit(database, account, 1);
            return accounts.balance(database, account);
        });
        if (database.readsSnapshots()) {
            assertThatThrownBy(() -> deposits.deposit(database, account, 2)).isNotNull();
            transaction.rollback();
        } else {
            deposits.deposit(database, account, 2);
            transaction.commit();
        }

        assertThat(before.deposits()).isZero();
        assertThat(accounts.balance(database, account)).isEqualTo(table.read(database, account));
    }

    @OnPostgresql
    void whatWasLoadedDoesNotStayBehindWhenAConstraintFailsAtTheCommit(Database database) throws Exception {
        int account = newAccounts.open(database);
        String constraint = "one_deposit_" + account;
        table.execute(database, "CREATE TABLE " + constraint + " (id INT UNIQUE DEFERRABLE INITIALLY DEFERRED)");

        transaction.begin();
        table.deposit(database, account, 1);
        assertThat(accounts.balance(database, account).receipt()).isEqualTo(1);
        deposits.deposit(database, account, 2);
        table.execute(database, "INSERT INTO " + constraint + " VALUES (1), (1)");
        assertThatThrownBy(transaction::commit).isNotNull();

        assertThat(accounts.balance(database, account)).isEqualTo(new Balance(account, 0, 0));
    }

    /** Nobody knows then whether the database has committed. */
    @OnPostgresql
    void whatWasLoadedDoesNotStayBehindWhenTheConnectionIsLost(Database database) throws Exception {
        int account = newAccounts.open(database);
        Balance before = accounts.balance(database, account);

        transaction.begin();
        deposits.deposit(database, account, 1);
        assertThatThrownBy(() -> table.execute(database, "SELECT pg_terminate_backend(pg_backend_pid())")).isNotNull();
        assertThatThrownBy(transaction::commit).isNotNull();

        assertThat(accounts.balance(database, account)).isEqualTo(before).isEqualTo(table.read(database, account));
    }
}
