package io.quarkiverse.usecache.it.transactions;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;

/** Gives every test accounts of its own, so that no test sees what another has left in the database or in the cache. */
@Singleton
@WithTestResource(value = PostgresqlServer.class, scope = TestResourceScope.GLOBAL)
public class NewAccounts {

    private final Set<Database> created = EnumSet.noneOf(Database.class);
    private int opened;

    @Inject
    AccountTable table;

    @ConfigProperty(name = PostgresqlServer.PROBLEM)
    Optional<String> postgresqlProblem;

    public int open(Database database) {
        return open(database, 1);
    }

    /** Returns the first of some new accounts; the test is skipped if there is no such database. */
    public synchronized int open(Database database, int count) {
        assumeTrue(!database.isPostgresql() || postgresqlProblem.isEmpty(),
                () -> "PostgreSQL does not start here: " + postgresqlProblem.get());
        endWhatAFailedTestHasBegun();
        if (created.add(database)) {
            table.create(database);
        }
        int first = opened + 1;
        opened += count;
        IntStream.rangeClosed(first, opened).forEach(account -> table.open(database, account));
        return first;
    }

    private static void endWhatAFailedTestHasBegun() {
        if (QuarkusTransaction.isActive()) {
            QuarkusTransaction.rollback();
        }
    }
}
