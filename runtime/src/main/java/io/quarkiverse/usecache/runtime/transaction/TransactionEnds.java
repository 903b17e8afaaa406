package io.quarkiverse.usecache.runtime.transaction;

import java.util.function.IntConsumer;

import jakarta.transaction.RollbackException;
import jakarta.transaction.Synchronization;
import jakarta.transaction.SystemException;
import jakarta.transaction.TransactionManager;
import jakarta.transaction.TransactionSynchronizationRegistry;

import org.jboss.logging.Logger;

/**
 * Tells transactions of their ends. The first synchronization of a transaction that is not interposed hears of the end last,
 * whatever the others throw; those that are registered as the commit begins hear of it first, each among its kind.
 */
final class TransactionEnds {

    private static final Logger LOG = Logger.getLogger(TransactionEnds.class);
    private static final Runnable NOTHING = () -> {
    };

    private record Told(Runnable before, IntConsumer after) implements Synchronization {

        @Override
        public void beforeCompletion() {
            before.run();
        }

        @Override
        public void afterCompletion(int status) {
            after.accept(status);
        }
    }

    private final TransactionManager manager;
    private final TransactionSynchronizationRegistry registry;

    TransactionEnds(TransactionManager manager, TransactionSynchronizationRegistry registry) {
        this.manager = manager;
        this.registry = registry;
    }

    /** @throws IllegalStateException if it is too late */
    void follow(JtaTransaction followed) {
        try {
            manager.getTransaction().registerSynchronization(new Told(() -> commits(followed), followed::ended));
            registry.registerInterposedSynchronization(new Told(NOTHING, followed::ending));
        } catch (IllegalStateException | RollbackException | SystemException e) {
            LOG.debugf("A transaction is followed in its last moment: [%s]", e.getMessage());
            registry.registerInterposedSynchronization(new Told(NOTHING, followed::ended));
            followed.committing();
        }
    }

    private void commits(JtaTransaction followed) {
        followed.committing();
        try {
            manager.getTransaction().registerSynchronization(new Told(NOTHING, followed::ending));
            registry.registerInterposedSynchronization(new Told(NOTHING, followed::ending));
        } catch (RuntimeException | RollbackException | SystemException e) {
            LOG.debugf(e, "A transaction that commits tells of its end late");
        }
    }
}
