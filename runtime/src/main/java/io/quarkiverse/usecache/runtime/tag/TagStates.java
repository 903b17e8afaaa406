package io.quarkiverse.usecache.runtime.tag;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

import io.quarkiverse.usecache.RevalidationMode;

/**
 * The states of the tags that entries carry.
 * <p>
 * Invariant I6: creating, raising and dropping a tag's state are each one {@code compute} on its key, and so take place one
 * after the other. A revalidation either raises the state, or raises the floor before a state is made that starts from it.
 */
final class TagStates {

    private final ConcurrentHashMap<String, TagState> states = new ConcurrentHashMap<>();
    private final AtomicLong sweep = new AtomicLong();
    private final Floor floor = new Floor();

    TagState intern(String tag) {
        TagState state = states.get(tag);
        if (state == null) {
            state = states.computeIfAbsent(tag, name -> new TagState(name, floor.expired(), floor.stale()));
        }
        state.usedIn(sweep.get());
        return state;
    }

    TagState pinned(String tag) {
        TagState state = intern(tag);
        state.pin();
        return state;
    }

    void raise(RevalidationMode mode, String tag, long sequence) {
        states.compute(tag, (name, state) -> {
            if (mode == RevalidationMode.EXPIRE) {
                expire(state, sequence);
            } else {
                makeStale(state, sequence);
            }
            return state;
        });
    }

    private void expire(TagState state, long sequence) {
        if (state == null) {
            floor.raiseExpired(sequence);
        } else {
            state.raiseExpired(sequence);
        }
    }

    private void makeStale(TagState state, long sequence) {
        if (state == null) {
            floor.raiseStale(sequence);
        } else {
            state.raiseStale(sequence);
        }
    }

    long count() {
        return states.mappingCount();
    }

    /** Starts a sweep: every state that is in use must be {@linkplain TagState#usedIn marked} with the number returned. */
    long startSweep() {
        return sweep.incrementAndGet();
    }

    /**
     * Drops the states that nothing marked since the sweep before this one: a load that has just interned a tag is not found
     * by the sweep that is under way.
     *
     * @return how many are in use, without those that were only interned since the sweep before
     */
    long dropUnused(long currentSweep) {
        long used = 0;
        for (TagState state : states.values()) {
            if (state.isUsedSince(currentSweep)) {
                used++;
            } else {
                dropUnlessUsed(state.tag(), currentSweep - 1);
            }
        }
        return used;
    }

    private void dropUnlessUsed(String tag, long earlierSweep) {
        states.computeIfPresent(tag, (name, state) -> {
            if (state.isUsedSince(earlierSweep)) {
                return state;
            }
            state.drop(floor);
            return null;
        });
    }
}
