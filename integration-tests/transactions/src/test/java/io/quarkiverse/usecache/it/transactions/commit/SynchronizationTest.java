package io.quarkiverse.usecache.it.transactions.commit;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionManager;
import jakarta.transaction.TransactionSynchronizationRegistry;

import io.quarkiverse.usecache.TagCache;
import io.quarkiverse.usecache.it.transactions.AccountTable;
import io.quarkiverse.usecache.it.transactions.Accounts;
import io.quarkiverse.usecache.it.transactions.Balance;
import io.quarkiverse.usecache.it.transactions.Database;
import io.quarkiverse.usecache.it.transactions.Deposits;
import io.quarkiverse.usecache.it.transactions.NewAccounts;
import io.quarkiverse.usecache.it.transactions.OnEveryDatabase;
import io.quarkiverse.usecache.it.transactions.OtherThread;
import io.quarkus.test.junit.QuarkusTest;

/** A transaction that revalidates as it ends, from a synchronization of either kind. */
@QuarkusTest
class SynchronizationTest {

    @Inject
    NewAccounts newAccounts;

    @Inject
    Accounts accounts;

    @Inject
    Deposits deposits;

    @Inject
    AccountTable table;

    @Inject
    TagCache tagCache;

    @Inject
    TransactionManager transactions;

    @Inject
    TransactionSynchronizationRegistry registry;

    Balance seen;

    @OnEveryDatabase
    void beforeCompletionItMayStillWrite(Database database) throws Exception {
        int account = newAccounts.open(database);
        accounts.balance(database, account);

        transactions.begin();
        register(new BeforeCompletion(() -> {
            deposits.deposit(database, account, 1);
            seen = OtherThread.call(() -> accounts.balance(database, account));
        }));
        transactions.commit();

        assertThat(seen.deposits()).isZero();
        assertThat(accounts.balance(database, account).deposits()).isEqualTo(1);
    }

    @OnEveryDatabase
    void beforeCompletionItMayWriteWithoutAnyoneElse(Database database) throws Exception {
        int account = newAccounts.open(database);
        accounts.balance(database, account);

        transactions.begin();
        registry.registerInterposedSynchronization(new BeforeCompletion(() -> deposits.deposit(database, account, 1)));
        transactions.commit();

        assertThat(accounts.balance(database, account).deposits()).isEqualTo(1);
    }

    @OnEveryDatabase
    void afterACommitTheNextCallSeesIt(Database database) throws Exception {
        int account = newAccounts.open(database);
        accounts.balance(database, account);

        transactions.begin();
        table.deposit(database, account, 1);
        register(new AfterCompletion(() -> revalidateAndRead(database, account)));
        transactions.commit();

        assertThat(seen.deposits()).isEqualTo(1);
        assertThat(accounts.balance(database, account).deposits()).isEqualTo(1);
    }

    @OnEveryDatabase
    void afterACommitInterposedTheNextCallSeesItToo(Database database) throws Exception {
        int account = newAccounts.open(database);
        accounts.balance(database, account);

        transactions.begin();
        table.deposit(database, account, 1);
        registry.registerInterposedSynchronization(new AfterCompletion(() -> revalidateAndRead(database, account)));
        transactions.commit();

        assertThat(seen.deposits()).isEqualTo(1);
        assertThat(accounts.balance(database, account).deposits()).isEqualTo(1);
    }

    @OnEveryDatabase
    void afterARollbackTheNextCallSeesNothingOfIt(Database database) throws Exception {
        int account = newAccounts.open(database);
        Balance before = accounts.balance(database, account);

        transactions.begin();
        table.deposit(database, account, 1);
        register(new AfterCompletion(() -> revalidateAndRead(database, account)));
        transactions.rollback();

        assertThat(seen).isEqualTo(before).isNotSameAs(before);
        assertThat(accounts.balance(database, account)).isEqualTo(before);
    }

    private void revalidateAndRead(Database database, int account) {
        tagCache.revalidateTag(database + ":" + account);
        seen = OtherThread.call(() -> accounts.balance(database, account));
    }

    private void register(Synchronization synchronization) throws Exception {
        transactions.getTransaction().registerSynchronization(synchronization);
    }
}
