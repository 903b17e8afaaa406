package io.quarkiverse.usecache.runtime.transaction;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;

import org.jboss.logging.Logger;

import io.quarkiverse.usecache.runtime.load.ReadView;
import io.quarkiverse.usecache.runtime.tag.PendingRevalidations;
import io.quarkiverse.usecache.runtime.tag.RevalidationClock;
import io.quarkus.narayana.jta.QuarkusTransaction;

/** The JTA transaction of the calling thread. What it revalidates is kept with it, so that a suspended one keeps its own. */
@Singleton
public class JtaTransactions implements Transactions {

    private static final Logger LOG = Logger.getLogger(JtaTransactions.class);
    private static final Object KEY = JtaTransaction.class;

    /** For who can no longer ask when its transaction began. */
    private static final long BEFORE_ALL = 0;

    private final TransactionSynchronizationRegistry registry;
    private final RevalidationClock clock;
    private final AtomicInteger announcing = new AtomicInteger();

    @Inject
    JtaTransactions(TransactionSynchronizationRegistry registry, RevalidationClock clock) {
        this.registry = registry;
        this.clock = clock;
    }

    /** Early, because another observer may already read data, and what it reads is as old as this. */
    void begun(@Observes @Initialized(TransactionScoped.class) @Priority(Interceptor.Priority.PLATFORM_BEFORE) Object id) {
        follow();
    }

    @Override
    public Object current() {
        Object key = registry.getTransactionKey();
        return key == null ? NONE : key;
    }

    @Override
    public void outside(Runnable action) {
        QuarkusTransaction.suspendingExisting().run(action);
    }

    /**
     * Once it is known how the transaction ends there is nothing to wait for. That holds too for a thread that does not know
     * yet that its transaction took too long: it revalidates what did not change, which is harmless.
     */
    @Override
    public boolean afterCommit(Consumer<PendingRevalidations> announcement, Runnable revalidation) {
        JtaTransaction running = running();
        return running != null && (running.defer(announcement, revalidation) || isLost());
    }

    /** Asked at every cached call, so that the transaction is looked up only if there is one that will revalidate. */
    @Override
    public PendingRevalidations pending() {
        JtaTransaction running = announcing.get() == 0 ? null : running();
        return running == null ? null : running.pending();
    }

    @Override
    public ReadView at(long stamp) {
        JtaTransaction running = running();
        if (running != null) {
            return new ReadView(Math.min(stamp, running.begun()), running.loads(), true);
        }
        return switch (registry.getTransactionStatus()) {
            case Status.STATUS_NO_TRANSACTION, Status.STATUS_COMMITTED -> new ReadView(stamp, null, true);
            default -> new ReadView(BEFORE_ALL, null, true);
        };
    }

    @Override
    public boolean mayHoldLocks() {
        return registry.getTransactionKey() != null;
    }

    /** Only a running transaction gives what is kept with it; another thread, that of timeouts, may end it at any moment. */
    private JtaTransaction running() {
        try {
            return registry.getTransactionStatus() == Status.STATUS_ACTIVE || isLost() ? followed() : null;
        } catch (IllegalStateException e) {
            LOG.debugf("The transaction has just ended: [%s]", e.getMessage());
            return null;
        }
    }

    private boolean isLost() {
        return registry.getTransactionStatus() == Status.STATUS_MARKED_ROLLBACK;
    }

    /** A transaction whose begin was not observed, such as an imported one, counts from when it is first seen. */
    private JtaTransaction followed() {
        JtaTransaction known = (JtaTransaction) registry.getResource(KEY);
        return known == null ? follow() : known;
    }

    private JtaTransaction follow() {
        JtaTransaction followed = new JtaTransaction(clock, announcing);
        registry.putResource(KEY, followed);
        try {
            registry.registerInterposedSynchronization(followed);
        } catch (IllegalStateException e) {
            followed.unheard(e);
        }
        return followed;
    }
}
