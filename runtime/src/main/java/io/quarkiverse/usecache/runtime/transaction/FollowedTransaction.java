package io.quarkiverse.usecache.runtime.transaction;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

import jakarta.transaction.Status;

import org.jboss.logging.Logger;

import io.quarkiverse.usecache.runtime.load.ReadView;
import io.quarkiverse.usecache.runtime.tag.PendingRevalidations;
import io.quarkiverse.usecache.runtime.tag.RevalidationClock;
import io.quarkiverse.usecache.runtime.tag.TagState;

/** One transaction, from its begin to its end, which may come from another thread when it takes too long. */
final class FollowedTransaction implements RunningTransaction {

    private static final Logger LOG = Logger.getLogger(FollowedTransaction.class);

    private final RevalidationClock clock;
    private final long begun;
    private final AtomicInteger announcing;
    private final PendingRevalidations pending = new PendingRevalidations();
    private final List<AtCommit> deferred = new ArrayList<>();
    private TagState loads;
    private boolean unheard;
    private boolean committing;
    private int status = Status.STATUS_ACTIVE;

    /** @param announcing counts the transactions that will revalidate something */
    FollowedTransaction(RevalidationClock clock, AtomicInteger announcing) {
        this.clock = clock;
        this.begun = clock.stamp();
        this.announcing = announcing;
    }

    /**
     * What a load may see that begins in it now.
     *
     * @param mayCommit whether it can still end in a commit
     */
    synchronized ReadView view(long stamp, boolean mayCommit) {
        boolean undoable = mayCommit && !unheard && status == Status.STATUS_ACTIVE;
        return new ReadView(Math.min(stamp, begun), undoable ? loads() : null, undoable);
    }

    /** What all loads of this transaction carry: they may hold changes that others must not see if it is rolled back. */
    synchronized TagState loads() {
        return loads == null ? loads = clock.undo() : loads;
    }

    /**
     * It will not tell of its end, because it was seen too late.
     *
     * @param lost whether it can only be rolled back
     */
    synchronized void unheard(Exception reason, boolean lost) {
        LOG.debugf("A transaction can no longer be followed: [%s]", reason.getMessage());
        unheard = true;
        status = lost ? Status.STATUS_ROLLEDBACK : Status.STATUS_UNKNOWN;
    }

    /** One that has rolled back meanwhile, for taking too long, has changed nothing. */
    @Override
    public synchronized boolean defer(Consumer<PendingRevalidations> announcement, AtCommit revalidation) {
        if (status != Status.STATUS_ACTIVE) {
            return isUndone(status);
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

    /** From now on a rollback says nothing: one of several databases may have committed, or one whose answer was lost. */
    synchronized void committing() {
        committing = true;
    }

    /** One load too many is better than an old value. */
    private boolean isUndone(int outcome) {
        return outcome == Status.STATUS_ROLLEDBACK && !committing;
    }

    /** It has ended, and others are still to hear of it. */
    void ending(int outcome) {
        revalidations(outcome).forEach(revalidation -> perform(revalidation::invalidate));
        expireLoads(outcome);
    }

    /** It has ended, and all others have heard of it. */
    void ended(int outcome) {
        LOG.debugf("A transaction ends with status [%d]", outcome);
        end(outcome).forEach(revalidation -> perform(revalidation::complete));
        expireLoads(outcome);
    }

    /** What ends it has failed and told nobody: it counts as rolled back unless that was while it committed. */
    void forgotten() {
        if (isActive()) {
            ended(Status.STATUS_ROLLEDBACK);
        }
    }

    private synchronized boolean isActive() {
        return status == Status.STATUS_ACTIVE;
    }

    private synchronized List<AtCommit> end(int outcome) {
        List<AtCommit> due = revalidations(outcome);
        if (!deferred.isEmpty()) {
            announcing.decrementAndGet();
        }
        deferred.clear();
        status = outcome;
        if (loads != null && outcome == Status.STATUS_COMMITTED) {
            loads.retire();
        }
        return due;
    }

    private synchronized List<AtCommit> revalidations(int outcome) {
        return isUndone(outcome) ? List.of() : List.copyOf(deferred);
    }

    /** What is not surely committed is not kept. */
    private synchronized void expireLoads(int outcome) {
        if (loads != null && outcome != Status.STATUS_COMMITTED) {
            clock.expire(loads);
        }
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
