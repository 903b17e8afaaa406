package io.quarkiverse.usecache.runtime.transaction;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;

import org.jboss.logging.Logger;

import io.quarkiverse.usecache.runtime.tag.PendingRevalidations;
import io.quarkiverse.usecache.runtime.tag.RevalidationClock;
import io.quarkiverse.usecache.runtime.tag.TagState;

/**
 * One transaction, from its begin to its end, which may come from another thread when it takes too long. It hears of its end
 * as an interposed synchronization, and thereby before the application does.
 */
final class JtaTransaction implements Synchronization {

    private static final Logger LOG = Logger.getLogger(JtaTransaction.class);

    private final RevalidationClock clock;
    private final long begun;
    private final AtomicInteger announcing;
    private final PendingRevalidations pending = new PendingRevalidations();
    private final List<Runnable> deferred = new ArrayList<>();
    private TagState loads;
    private boolean unheard;
    private int status = Status.STATUS_ACTIVE;

    /** @param announcing counts the transactions that will revalidate something */
    JtaTransaction(RevalidationClock clock, AtomicInteger announcing) {
        this.clock = clock;
        this.begun = clock.stamp();
        this.announcing = announcing;
    }

    long begun() {
        return begun;
    }

    /** What all loads of this transaction carry: they may hold changes that others must not see if it is rolled back. */
    synchronized TagState loads() {
        return loads == null ? loads = clock.undo() : loads;
    }

    /** It will not tell of its end, because it was seen too late. */
    synchronized void unheard(Exception reason) {
        LOG.debugf("A transaction can no longer be followed: [%s]", reason.getMessage());
        unheard = true;
    }

    /**
     * Keeps a revalidation for the end, or drops it if a timeout rolled the transaction back meanwhile.
     *
     * @return {@code false} if it will not tell of its end, or has ended otherwise
     */
    synchronized boolean defer(Consumer<PendingRevalidations> announcement, Runnable revalidation) {
        if (unheard || status != Status.STATUS_ACTIVE) {
            return status == Status.STATUS_ROLLEDBACK;
        }
        announcement.accept(pending);
        if (deferred.isEmpty()) {
            announcing.incrementAndGet();
        }
        deferred.add(revalidation);
        return true;
    }

    /** What it will revalidate, or {@code null} for nothing. */
    synchronized PendingRevalidations pending() {
        return deferred.isEmpty() ? null : pending;
    }

    @Override
    public void beforeCompletion() {
        // Nothing was changed that could be flushed.
    }

    /**
     * One load too many is better than an old value: what is not surely rolled back is revalidated, and what is not surely
     * committed is not kept.
     */
    @Override
    public void afterCompletion(int outcome) {
        LOG.debugf("A transaction ends with status [%d]", outcome);
        end(outcome).forEach(JtaTransaction::perform);
    }

    /** Returns what is to do now. */
    private synchronized List<Runnable> end(int outcome) {
        List<Runnable> due = new ArrayList<>();
        if (loads != null) {
            due.add(outcome == Status.STATUS_COMMITTED ? loads::retire : () -> clock.expire(loads));
        }
        if (!deferred.isEmpty()) {
            announcing.decrementAndGet();
            due.addAll(outcome == Status.STATUS_ROLLEDBACK ? List.of() : deferred);
        }
        deferred.clear();
        status = outcome;
        return due;
    }

    /** A failure must not keep the others, nor other synchronizations, from being told. */
    private static void perform(Runnable revalidation) {
        try {
            revalidation.run();
        } catch (RuntimeException e) {
            LOG.errorf(e, "A revalidation at the end of a transaction failed");
        }
    }
}
