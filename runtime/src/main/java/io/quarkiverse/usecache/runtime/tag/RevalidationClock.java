package io.quarkiverse.usecache.runtime.tag;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

import io.quarkiverse.usecache.RevalidationMode;

/**
 * Orders loads and revalidations on one logical clock. Revalidating costs the same however many entries carry the tag: it
 * stores a number, and entries are checked against it when they are looked at.
 */
public final class RevalidationClock {

    private final AtomicLong clock = new AtomicLong();
    private final AtomicLong epoch = new AtomicLong();
    private final TagStates states = new TagStates();
    private final Queue<Pending> pending = new ConcurrentLinkedQueue<>();

    /** The time of a load that begins now. Invariant I1: it is read before the load, never after. */
    public long stamp() {
        return clock.get();
    }

    /** How many revalidations have finished: an entry checked at this epoch needs no check until it changes. */
    public long epoch() {
        return epoch.get();
    }

    /** The state of a tag that an entry is about to carry. */
    public TagState intern(String tag) {
        return states.intern(tag);
    }

    /** The same for a tag that is always in use, and never dropped. */
    public TagState pinned(String tag) {
        return states.pinned(tag);
    }

    /** A tag that the loads of one transaction carry unseen, so that they can be dropped together if it is rolled back. */
    public TagState undo() {
        return new TagState(TagState.UNNAMED, 0, 0);
    }

    /** Revalidates the tags now, in one step for every observer, and returns the step's logical time. */
    public long revalidate(RevalidationMode mode, List<String> tags) {
        return apply(clock.incrementAndGet(), mode, tags);
    }

    /**
     * Applies a revalidation whose time is known already, and advances the clock to it if it is behind: a load that begins
     * after this has a later stamp than the revalidation.
     */
    public long apply(long sequence, RevalidationMode mode, List<String> tags) {
        clock.accumulateAndGet(sequence, Math::max);
        return perform(new Pending(sequence, () -> tags.forEach(tag -> states.raise(mode, tag, sequence))));
    }

    /** Expires everything that was loaded in a transaction. */
    public long expire(TagState undo) {
        long sequence = clock.incrementAndGet();
        return perform(new Pending(sequence, () -> undo.raiseExpired(sequence)));
    }

    private long perform(Pending revalidation) {
        pending.add(revalidation);
        try {
            complete(revalidation);
        } finally {
            pending.remove(revalidation);
        }
        return revalidation.sequence();
    }

    /**
     * Invariant I3: the number, the tags, and the epoch last. An entry that is checked before all tags are stored is thereby
     * certified for the old epoch only.
     */
    private void complete(Pending revalidation) {
        try {
            revalidation.store().run();
        } finally {
            epoch.incrementAndGet();
        }
    }

    /**
     * Completes the revalidations under way. A thread that has seen one effect of a revalidation calls this before it goes on,
     * so that it sees all other effects too.
     */
    public void completePending() {
        pending.forEach(this::complete);
    }

    /** Starts dropping the tags that no entry carries; see {@link #dropUnused}. */
    public long startSweep() {
        return states.startSweep();
    }

    /** Says that an entry or a load carries the tag. */
    public void markUsed(TagState state, long sweep) {
        state.usedIn(sweep);
    }

    /** Drops what was marked neither in this sweep nor in the one before, and returns how many tags were marked in this one. */
    public long dropUnused(long sweep) {
        return states.dropUnused(sweep);
    }

    public long knownTags() {
        return states.count();
    }

    /**
     * A revalidation that has its number. Storing is repeatable, because numbers only grow: any thread may do it first, and
     * late repetitions change nothing.
     */
    private record Pending(long sequence, Runnable store) {
    }
}
