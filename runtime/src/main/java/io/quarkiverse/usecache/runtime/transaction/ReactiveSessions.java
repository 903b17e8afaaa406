package io.quarkiverse.usecache.runtime.transaction;

import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.Supplier;

import jakarta.transaction.Status;

import org.hibernate.SessionEventListener;
import org.hibernate.action.spi.AfterTransactionCompletionProcess;
import org.hibernate.reactive.mutiny.Mutiny;
import org.hibernate.reactive.mutiny.impl.MutinySessionImpl;
import org.hibernate.reactive.session.ReactiveSession;

import io.quarkus.arc.InjectableInstance;

/** The sessions of Hibernate Reactive that belong to the Vert.x context of a call, at most one for a persistence unit. */
final class ReactiveSessions {

    /** Tells of the end of a session, whatever became of its transaction. */
    private record Closed(Runnable action) implements SessionEventListener {

        @Override
        public void end() {
            action.run();
        }
    }

    private final InjectableInstance<Mutiny.SessionFactory> all;
    private volatile List<Mutiny.SessionFactory> active;

    ReactiveSessions(InjectableInstance<Mutiny.SessionFactory> all) {
        this.all = all;
    }

    /** Which persistence units are active is known once the application runs. */
    private List<Mutiny.SessionFactory> active() {
        List<Mutiny.SessionFactory> known = active;
        if (known == null) {
            known = List.copyOf(all.listActive());
            active = known;
        }
        return known;
    }

    /** A context that requests share has no session, and refuses to be asked for it. */
    private static <T> T orNone(Supplier<T> session) {
        try {
            return session.get();
        } catch (IllegalStateException shared) {
            return null;
        }
    }

    /** Whether what is read here may be what a session has read before, or what is not committed. */
    boolean standInBetween() {
        for (Mutiny.SessionFactory factory : active()) {
            Mutiny.Session session = orNone(factory::getCurrentSession);
            Mutiny.StatelessSession stateless = orNone(factory::getCurrentStatelessSession);
            if (isInTransaction(session) || hasRead(session) || stateless != null && stateless.currentTransaction() != null) {
                return true;
            }
        }
        return false;
    }

    private static boolean isInTransaction(Mutiny.Session session) {
        return session != null && session.isOpen() && session.currentTransaction() != null;
    }

    /** One that has read nothing yet gives what is new. */
    private static boolean hasRead(Mutiny.Session session) {
        return session != null && session.isOpen()
                && unwrap(session).getSharedContract().getPersistenceContextInternal().getNumberOfManagedEntities() > 0;
    }

    private static ReactiveSession unwrap(Mutiny.Session session) {
        return ((MutinySessionImpl) session).unwrap(ReactiveSession.class);
    }

    /** The session whose transaction is in progress here, or {@code null}. */
    ReactiveSession inTransaction() {
        for (Mutiny.SessionFactory factory : active()) {
            Mutiny.Session session = orNone(factory::getCurrentSession);
            if (isInTransaction(session)) {
                return unwrap(session);
            }
        }
        return null;
    }

    /**
     * Has the end of the session's transaction told, perhaps twice. One that fails, which may have been committed nevertheless,
     * tells nothing of its end; the session does.
     */
    static void whenCompleted(ReactiveSession session, IntConsumer ended) {
        AfterTransactionCompletionProcess completed = (committed, ignored) -> ended
                .accept(committed ? Status.STATUS_COMMITTED : Status.STATUS_ROLLEDBACK);
        session.getReactiveActionQueue().registerProcess(completed);
        session.getSharedContract().getEventListenerManager()
                .addListener(new Closed(() -> ended.accept(Status.STATUS_UNKNOWN)));
    }
}
