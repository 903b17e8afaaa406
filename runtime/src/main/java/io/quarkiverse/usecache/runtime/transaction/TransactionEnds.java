package io.quarkiverse.usecache.runtime.transaction;

import java.util.function.IntConsumer;

import jakarta.transaction.RollbackException;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.SystemException;
import jakarta.transaction.TransactionManager;
import jakarta.transaction.TransactionSynchronizationRegistry;

import org.jboss.logging.Logger;

import com.arjuna.ats.arjuna.coordinator.ActionStatus;
import com.arjuna.ats.arjuna.coordinator.BasicAction;

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
            after.accept(outcome(status));
        }

        /** Narayana speaks of a commit though a database has not committed, or nobody knows whether it has. */
        private static int outcome(int status) {
            BasicAction ended = BasicAction.Current();
            int said = ended == null ? ActionStatus.COMMITTED : ended.status();
            return said == ActionStatus.H_MIXED || said == ActionStatus.H_HAZARD ? Status.STATUS_UNKNOWN : status;
        }
    }

    private final TransactionManager manager;
    private final TransactionSynchronizationRegistry registry;

    TransactionEnds(TransactionManager manager, TransactionSynchronizationRegistry registry) {
        this.manager = manager;
        this.registry = registry;
    }

    /** @throws IllegalStateException if it is too late */
    void follow(FollowedTransaction followed) {
        try {
            manager.getTransaction().registerSynchronization(new Told(() -> commits(followed), followed::ended));
            registry.registerInterposedSynchronization(new Told(NOTHING, followed::ending));
        } catch (IllegalStateException | RollbackException | SystemException e) {
            LOG.debugf("A transaction is followed in its last moment: [%s]", e.getMessage());
            registry.registerInterposedSynchronization(new Told(NOTHING, followed::ended));
            followed.committing();
        }
    }

    private void commits(FollowedTransaction followed) {
        followed.committing();
        try {
            manager.getTransaction().registerSynchronization(new Told(NOTHING, followed::ending));
            registry.registerInterposedSynchronization(new Told(NOTHING, followed::ending));
        } catch (RuntimeException | RollbackException | SystemException e) {
            LOG.debugf(e, "A transaction that commits tells of its end late");
        }
    }
}
