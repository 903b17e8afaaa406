package io.quarkiverse.usecache.it.transactions;

import java.util.function.Consumer;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.RollbackException;
import jakarta.transaction.SystemException;
import jakarta.transaction.TransactionManager;

/** What may become of the transaction in progress. */
@Singleton
class Endings {

    @Inject
    AccountTable table;

    @Inject
    TransactionManager transactions;

    @Inject
    Event<Deposited> deposited;

    /** Loses the connection, where that can be done without the others'. */
    void cut(Database database) {
        if (database.isPostgresql()) {
            table.execute(database, "SELECT pg_terminate_backend(pg_backend_pid())");
        }
    }

    /** Lets the commit fail, though the database may have committed. */
    void lose(LostAnswer answer) {
        try {
            transactions.getTransaction().enlistResource(answer);
        } catch (RollbackException | SystemException e) {
            throw new IllegalStateException(e);
        }
    }

    void observe(Consumer<TransactionPhase> observer) {
        deposited.fire(new Deposited(observer));
    }
}
