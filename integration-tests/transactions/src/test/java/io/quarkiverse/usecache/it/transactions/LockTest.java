package io.quarkiverse.usecache.it.transactions;

import static io.quarkus.narayana.jta.QuarkusTransaction.requiringNew;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.quarkus.test.junit.QuarkusTest;

/** A call in a transaction finds a load in flight that waits for what the transaction holds, or that is its own. */
@QuarkusTest
@Timeout(120)
class LockTest {

    @Inject
    NewAccounts newAccounts;

    @Inject
    Accounts accounts;

    @Inject
    AccountTable table;

    @Inject
    SmallPool smallPool;

    @Inject
    UserTransaction transaction;

    @OnEveryDatabase
    void aCallDoesNotWaitForALoadThatWaitsForALockOfItsTransaction(Database database) throws Exception {
        int account = newAccounts.open(database);
        CountDownLatch loads = new CountDownLatch(1);

        transaction.begin();
        table.deposit(database, account, 1);
        table.beforeNextRead(loads::countDown);
        var other = OtherThread.start(() -> accounts.finalBalance(database, account));
        awaitThat(loads);
        Balance own = accounts.finalBalance(database, account);
        boolean waits = !other.isDone();
        transaction.commit();
        CompletableFuture.allOf(other).exceptionally(refused -> null).join();

        assertThat(own).isEqualTo(new Balance(account, 1, 1));
        assertThat(waits).isTrue();
        assertThat(accounts.finalBalance(database, account)).isEqualTo(own);
    }

    @Test
    void norForOneThatWaitsForTheConnectionsOfTransactionsThatCallIt() {
        CountDownLatch connected = new CountDownLatch(2);
        CountDownLatch loads = new CountDownLatch(1);
        List<CompletableFuture<Integer>> transactions = Stream
                .generate(() -> OtherThread.start(() -> requiringNew().call(() -> {
                    smallPool.read();
                    connected.countDown();
                    awaitThat(loads);
                    return smallPool.one();
                }))).limit(2).toList();
        awaitThat(connected);
        var load = OtherThread.start(smallPool::one);
        await().until(() -> smallPool.loads() == 1);
        loads.countDown();

        assertThat(transactions).allMatch(one -> one.join() == 1);
        assertThat(load.join()).isEqualTo(1);
    }

    @OnPostgresql
    void aLoadThatFailsForItsTransactionFailsNobodyElse(Database database) throws Exception {
        int account = newAccounts.open(database);
        Gate reads = new Gate();
        AtomicReference<Thread> joins = new AtomicReference<>();

        var aborted = OtherThread.start(() -> {
            requiringNew().run(() -> {
                assertThatThrownBy(() -> table.open(database, account)).isNotNull();
                table.beforeNextRead(reads);
                accounts.balance(database, account);
            });
            return null;
        });
        reads.awaitArrival();
        var joiner = OtherThread.start(() -> {
            joins.set(Thread.currentThread());
            return accounts.balance(database, account);
        });
        await().until(() -> joins.get() != null && joins.get().getState() == Thread.State.TIMED_WAITING);
        reads.open();

        assertThat(joiner.join()).isEqualTo(new Balance(account, 0, 0));
        assertThatThrownBy(aborted::join).hasStackTraceContaining("aborted");
    }

    private static void awaitThat(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
