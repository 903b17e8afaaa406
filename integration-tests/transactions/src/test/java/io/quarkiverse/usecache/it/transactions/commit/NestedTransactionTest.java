package io.quarkiverse.usecache.it.transactions.commit;

import static io.quarkus.narayana.jta.QuarkusTransaction.requiringNew;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;

import io.quarkiverse.usecache.it.transactions.Accounts;
import io.quarkiverse.usecache.it.transactions.Balance;
import io.quarkiverse.usecache.it.transactions.Database;
import io.quarkiverse.usecache.it.transactions.Deposits;
import io.quarkiverse.usecache.it.transactions.NewAccounts;
import io.quarkiverse.usecache.it.transactions.OnEveryDatabase;
import io.quarkiverse.usecache.it.transactions.OtherThread;
import io.quarkus.test.junit.QuarkusTest;

/** The account after the outer transaction's belongs to a transaction inside. */
@QuarkusTest
class NestedTransactionTest {

    @Inject
    NewAccounts newAccounts;

    @Inject
    Accounts accounts;

    @Inject
    Deposits deposits;

    @Inject
    UserTransaction transaction;

    @OnEveryDatabase
    void theInnerOneCommitsAndTheOuterOneRollsBack(Database database) throws Exception {
        int outer = newAccounts.open(database, 2);
        int inner = outer + 1;
        Balance before = accounts.balance(database, outer);
        accounts.balance(database, inner);

        transaction.begin();
        deposits.deposit(database, outer, 1);
        deposits.depositInNewTransaction(database, inner, 2);
        Balance seenByAnother = OtherThread.call(() -> accounts.balance(database, inner));
        transaction.rollback();

        assertThat(seenByAnother.receipt()).isEqualTo(2);
        assertThat(accounts.balance(database, inner)).isSameAs(seenByAnother);
        assertThat(accounts.balance(database, outer)).isSameAs(before);
    }

    @OnEveryDatabase
    void theInnerOneRollsBackAndTheOuterOneCommits(Database database) throws Exception {
        int outer = newAccounts.open(database, 2);
        int inner = outer + 1;
        accounts.balance(database, outer);
        Balance before = accounts.balance(database, inner);

        transaction.begin();
        deposits.deposit(database, outer, 1);
        assertThatThrownBy(() -> deposits.deposit(database, inner, 2, () -> {
            assertThat(accounts.balance(database, outer).deposits()).isZero();
            throw new IllegalStateException("refused");
        })).hasMessage("refused");
        assertThat(accounts.balance(database, outer).receipt()).isEqualTo(1);
        transaction.commit();

        assertThat(accounts.balance(database, inner)).isSameAs(before);
        assertThat(accounts.balance(database, outer).receipt()).isEqualTo(1);
    }

    @OnEveryDatabase
    void whatTheInnerOneLoadedIsDroppedWithItAlone(Database database) throws Exception {
        int outer = newAccounts.open(database, 2);
        int inner = outer + 1;

        transaction.begin();
        Balance loaded = accounts.balance(database, outer);
        assertThatThrownBy(() -> deposits.deposit(database, inner, 2, () -> {
            assertThat(accounts.balance(database, inner).receipt()).isEqualTo(2);
            throw new IllegalStateException("refused");
        })).hasMessage("refused");
        Balance other = OtherThread.call(() -> accounts.balance(database, inner));
        transaction.commit();

        assertThat(other.deposits()).isZero();
        assertThat(accounts.balance(database, inner)).isSameAs(other);
        assertThat(accounts.balance(database, outer)).isSameAs(loaded);
    }

    @OnEveryDatabase
    void oneBegunByHandInTheMethodLeavesItsRevalidationToTheOuterOne(Database database) throws Exception {
        int account = newAccounts.open(database);
        Balance before = accounts.balance(database, account);

        transaction.begin();
        deposits.depositInTransactionByHand(database, account, 1);
        Balance meanwhile = OtherThread.call(() -> accounts.balance(database, account));
        transaction.commit();

        assertThat(meanwhile).isSameAs(before);
        assertThat(accounts.balance(database, account).receipt()).isEqualTo(1);
    }

    @OnEveryDatabase
    void withoutAnOuterOneItHasCommittedWhenTheRevalidationActs(Database database) {
        int account = newAccounts.open(database);
        accounts.balance(database, account);

        deposits.depositInTransactionByHand(database, account, 1);

        assertThat(accounts.balance(database, account).receipt()).isEqualTo(1);
    }

    @OnEveryDatabase
    void aRevalidationMadeInOneBegunByHandWaitsForThatOneOnly(Database database) throws Exception {
        int account = newAccounts.open(database);
        accounts.balance(database, account);

        transaction.begin();
        requiringNew().run(() -> deposits.deposit(database, account, 1));
        Balance meanwhile = OtherThread.call(() -> accounts.balance(database, account));
        transaction.rollback();

        assertThat(meanwhile.receipt()).isEqualTo(1);
        assertThat(accounts.balance(database, account)).isSameAs(meanwhile);
    }

    @OnEveryDatabase
    void theOuterOneMayNotSeeWhatTheInnerOneHasCommitted(Database database) throws Exception {
        int outer = newAccounts.open(database, 2);
        int inner = outer + 1;

        transaction.begin();
        accounts.balance(database, outer);
        deposits.depositInNewTransaction(database, inner, 2);
        Balance seen = accounts.balance(database, inner);
        transaction.commit();

        assertThat(seen.receipt()).isEqualTo(database.readsSnapshots() ? 0 : 2);
        assertThat(accounts.balance(database, inner).receipt()).isEqualTo(2);
    }
}
