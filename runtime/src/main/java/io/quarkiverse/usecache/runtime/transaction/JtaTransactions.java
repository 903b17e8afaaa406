package io.quarkiverse.usecache.runtime.transaction;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.Destroyed;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import jakarta.transaction.Status;
import jakarta.transaction.SystemException;
import jakarta.transaction.TransactionManager;
import jakarta.transaction.TransactionScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;

import org.jboss.logging.Logger;

import com.arjuna.ats.internal.jta.transaction.arjunacore.TransactionImple;

import io.quarkiverse.usecache.runtime.load.LoadScope;
import io.quarkiverse.usecache.runtime.load.ReadView;
import io.quarkiverse.usecache.runtime.tag.PendingRevalidations;
import io.quarkiverse.usecache.runtime.tag.RevalidationClock;

/** The JTA transaction of the calling thread. What it revalidates is kept with it, so that a suspended one keeps its own. */
@Singleton
public class JtaTransactions implements Transactions {

    private static final Logger LOG = Logger.getLogger(JtaTransactions.class);
    private static final Object KEY = FollowedTransaction.class;

    /** For calls that can no longer ask when their transaction began. */
    private static final long BEFORE_ALL = 0;

    private final TransactionManager manager;
    private final TransactionSynchronizationRegistry registry;
    private final TransactionEnds ends;
    private final RevalidationClock clock;
    private final AtomicInteger announcing = new AtomicInteger();
    private final Map<Object, FollowedTransaction> begunHere = new ConcurrentHashMap<>();
    private final HandedOver handed = new HandedOver();

    @Inject
    JtaTransactions(TransactionManager manager, TransactionSynchronizationRegistry registry, RevalidationClock clock) {
        this.manager = manager;
        this.registry = registry;
        this.ends = new TransactionEnds(manager, registry);
        this.clock = clock;
    }

    /**
     * Early, because another observer may already read data, and what it reads is as old as this. A load that begins a
     * transaction is no better than that: nothing remains of it if the transaction is rolled back, whatever the method returns.
     */
    void begun(@Observes @Initialized(TransactionScoped.class) @Priority(Interceptor.Priority.PLATFORM_BEFORE) Object id) {
        FollowedTransaction begun = follow();
        begunHere.put(id, begun);
        LoadScope load = LoadScope.current();
        if (load != null) {
            load.carry(begun.loads());
        }
    }

    /** By then it has told its end, unless the transaction manager itself has failed. */
    void destroyed(@Observes @Destroyed(TransactionScoped.class) Object id) {
        FollowedTransaction begun = begunHere.remove(id);
        if (begun != null) {
            begun.forgotten();
        }
    }

    @Override
    public RunningTransaction current() {
        FollowedTransaction running = running();
        return running == null ? RunningTransaction.NONE : running;
    }

    @Override
    public void handTo(RunningTransaction owner, Runnable action) {
        handed.to(owner, action);
    }

    @Override
    public boolean afterCommit(Consumer<PendingRevalidations> announcement, AtCommit revalidation) {
        RunningTransaction owner = handed.owner();
        return (owner == null ? current() : owner).defer(announcement, revalidation);
    }

    @Override
    public boolean anyPending() {
        return announcing.get() != 0;
    }

    /** Asked at every cached call, so that the transaction is looked up only if there is one that will revalidate. */
    @Override
    public PendingRevalidations pending() {
        FollowedTransaction running = anyPending() ? running() : null;
        return running == null ? null : running.pending();
    }

    /** The status is read last: a timeout may end the transaction at any moment. */
    @Override
    public ReadView at(long stamp) {
        FollowedTransaction running = running();
        int status = registry.getTransactionStatus();
        boolean over = status == Status.STATUS_NO_TRANSACTION || status == Status.STATUS_COMMITTED;
        if (running == null) {
            return new ReadView(over ? stamp : BEFORE_ALL, null, over);
        }
        return running.view(stamp, !over && mayCommit(status));
    }

    private static boolean mayCommit(int status) {
        return switch (status) {
            case Status.STATUS_ACTIVE, Status.STATUS_PREPARING, Status.STATUS_PREPARED, Status.STATUS_COMMITTING -> true;
            default -> false;
        };
    }

    @Override
    public boolean mayHoldLocks() {
        return registry.getTransactionKey() != null;
    }

    /** Once a transaction has ended, though its thread is still in it, nothing belongs to it any more. */
    private FollowedTransaction running() {
        try {
            return switch (registry.getTransactionStatus()) {
                case Status.STATUS_ACTIVE, Status.STATUS_MARKED_ROLLBACK -> followed();
                case Status.STATUS_PREPARING, Status.STATUS_PREPARED, Status.STATUS_COMMITTING,
                        Status.STATUS_ROLLING_BACK ->
                    known();
                default -> null;
            };
        } catch (IllegalStateException | SystemException e) {
            LOG.debugf("The transaction has just ended: [%s]", e.getMessage());
            return null;
        }
    }

    /** A transaction whose begin was not observed, such as an imported one, counts from when it is first seen. */
    private FollowedTransaction followed() throws SystemException {
        FollowedTransaction known = known();
        return known == null ? follow() : known;
    }

    /** The registry gives what is kept with a transaction only until it begins to commit. */
    private FollowedTransaction known() throws SystemException {
        return manager.getTransaction() instanceof TransactionImple running
                ? (FollowedTransaction) running.getTxLocalResource(KEY)
                : null;
    }

    private FollowedTransaction follow() {
        FollowedTransaction followed = new FollowedTransaction(clock, announcing);
        registry.putResource(KEY, followed);
        try {
            ends.follow(followed);
        } catch (IllegalStateException e) {
            followed.unheard(e, registry.getTransactionStatus() == Status.STATUS_MARKED_ROLLBACK);
        }
        return followed;
    }
}
