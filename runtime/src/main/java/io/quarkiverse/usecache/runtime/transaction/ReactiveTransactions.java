package io.quarkiverse.usecache.runtime.transaction;

import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.hibernate.reactive.mutiny.Mutiny;
import org.hibernate.reactive.session.ReactiveSession;

import io.quarkiverse.usecache.runtime.load.ReadView;
import io.quarkiverse.usecache.runtime.tag.PendingRevalidations;
import io.quarkiverse.usecache.runtime.tag.RevalidationClock;
import io.quarkus.arc.InjectableInstance;

/** The transactions of Hibernate Reactive, each its session's, besides those of JTA. */
@Singleton
@Alternative
@Priority(1)
public class ReactiveTransactions implements Transactions {

    private final Transactions jta;
    private final ReactiveSessions sessions;
    private final RevalidationClock clock;
    private final AtomicInteger announcing = new AtomicInteger();
    private final Map<ReactiveSession, FollowedTransaction> running = Collections.synchronizedMap(new WeakHashMap<>());
    private final HandedOver handed = new HandedOver();

    @Inject
    ReactiveTransactions(@Any Instance<JtaTransactions> jta, @Any InjectableInstance<Mutiny.SessionFactory> factories,
            RevalidationClock clock) {
        this.jta = jta.isResolvable() ? jta.get() : NONE;
        this.sessions = new ReactiveSessions(factories);
        this.clock = clock;
    }

    @Override
    public RunningTransaction current() {
        ReactiveSession session = sessions.inTransaction();
        return session == null ? jta.current() : running.computeIfAbsent(session, this::follow);
    }

    private FollowedTransaction follow(ReactiveSession session) {
        FollowedTransaction followed = new FollowedTransaction(clock, announcing);
        ReactiveSessions.whenCompleted(session, status -> {
            running.remove(session, followed);
            followed.ended(status);
        });
        return followed;
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
        return announcing.get() != 0 || jta.anyPending();
    }

    @Override
    public PendingRevalidations pending() {
        ReactiveSession session = announcing.get() == 0 ? null : sessions.inTransaction();
        FollowedTransaction followed = session == null ? null : running.get(session);
        return followed == null ? jta.pending() : followed.pending();
    }

    /**
     * When a session has read what it gives is not known, nor when a transaction was begun, so that what is loaded through
     * them, or beside them, is its caller's alone.
     */
    @Override
    public ReadView at(long stamp) {
        ReadView view = jta.at(stamp);
        return sessions.standInBetween() ? new ReadView(view.stamp(), null, false) : view;
    }

    @Override
    public boolean mayHoldLocks() {
        return jta.mayHoldLocks() || sessions.inTransaction() != null;
    }
}
