package io.quarkiverse.usecache.runtime.tag;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;

import io.quarkiverse.usecache.RevalidationMode;

/**
 * Orders loads and revalidations on one logical clock. Revalidating costs the same however many entries carry the tag: it
 * stores a number, and entries are checked against it when they are looked at.
 */
public final class Revalidations {

    private final AtomicLong clock = new AtomicLong();
    private final AtomicLong epoch = new AtomicLong();
    private final TagStates states = new TagStates();
    private final Queue<Storing> running = new ConcurrentLinkedQueue<>();

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

    /** A tag that is not known by name, such as the one all entries of a cache carry. */
    public TagState implicit(String name) {
        return new TagState(name, 0, 0);
    }

    /** A tag that entries carry unseen until it is settled, so that they can be dropped together before. */
    public TagState provisional() {
        return new TagState(TagState.UNNAMED, 0, 0);
    }

    /** Revalidates the tags, in one step for every observer, and returns the step's logical time. */
    public long revalidate(RevalidationMode mode, List<String> tags) {
        return perform(sequence -> tags.forEach(tag -> states.raise(mode, tag, sequence)));
    }

    /** Expires everything that carries the implicit tag. */
    public long expire(TagState implicit) {
        return perform(implicit::raiseExpired);
    }

    /**
     * Invariant I3: the number, the tags, and the epoch last. An entry that is checked before all tags are stored is thereby
     * certified for the old epoch only.
     */
    private long perform(LongConsumer store) {
        Storing storing = new Storing(clock.incrementAndGet(), store);
        running.add(storing);
        finish(storing);
        running.remove(storing);
        return storing.sequence();
    }

    private void finish(Storing storing) {
        storing.store().accept(storing.sequence());
        epoch.incrementAndGet();
    }

    /**
     * Called by who has seen an effect of a revalidation: finishes those that run, so that it sees all their other effects
     * too.
     */
    public void settle() {
        running.forEach(this::finish);
    }

    /** Starts dropping the tags that no entry carries; see {@link #dropUnused}. */
    public long startSweep() {
        return states.startSweep();
    }

    public void markUsed(TagState state, long sweep) {
        state.usedIn(sweep);
    }

    public void dropUnused(long sweep) {
        states.dropUnused(sweep);
    }

    public long knownTags() {
        return states.count();
    }

    /** Storing is repeatable, because numbers only grow: whoever comes first does it, late repetitions change nothing. */
    private record Storing(long sequence, LongConsumer store) {
    }
}
