package io.quarkiverse.usecache.it.transactions;

import static io.quarkus.narayana.jta.QuarkusTransaction.requiringNew;

import java.util.ArrayList;
import java.util.List;

import jakarta.inject.Inject;

import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.annotations.QuarkusMain;

/**
 * Makes deposits in the databases that are its arguments, and prints what cached calls return: what a test sees of an
 * executable.
 */
@QuarkusMain
public class DepositsCommand implements QuarkusApplication {

    @Inject
    AccountTable table;

    @Inject
    Accounts accounts;

    @Inject
    Deposits deposits;

    @Override
    public int run(String... databases) {
        for (String name : databases) {
            Database database = Database.valueOf(name);
            System.out.println(name + ": " + deposits(database, database.ordinal()));
        }
        return 0;
    }

    /** How many deposits there are at first, in a transaction that makes one, after its commit, and after a rollback. */
    private List<Long> deposits(Database database, int account) {
        table.create(database);
        table.open(database, account);
        List<Long> seen = new ArrayList<>();
        seen.add(cached(database, account));
        requiringNew().run(() -> {
            deposits.deposit(database, account, 1);
            seen.add(accounts.balance(database, account).deposits());
        });
        seen.add(cached(database, account));
        rollBack(() -> deposits.deposit(database, account, 2, DepositsCommand::fail));
        seen.add(cached(database, account));
        return seen;
    }

    private long cached(Database database, int account) {
        Balance balance = accounts.balance(database, account);
        if (accounts.balance(database, account) != balance) {
            throw new IllegalStateException("not cached: " + balance);
        }
        return balance.deposits();
    }

    private static void rollBack(Runnable failing) {
        try {
            failing.run();
        } catch (UnsupportedOperationException expected) {
            return;
        }
        throw new IllegalStateException("did not fail");
    }

    private static void fail() {
        throw new UnsupportedOperationException();
    }
}
