package io.quarkiverse.usecache.runtime.tag;

import java.util.Arrays;

/** Collects {@link TagStamps}. Not thread-safe. */
public final class TagStampsBuilder {

    private static final TagState[] NO_STATES = {};
    private static final long[] NO_STAMPS = {};

    private TagState[] states = NO_STATES;
    private long[] stamps = NO_STAMPS;
    private int size;
    private int named;

    /** How many tags of the application there are. */
    public int named() {
        return named;
    }

    /** Adds a tag, or keeps the older stamp of one that is there: what is made of two loads is as old as the older. */
    public void add(TagState state, long stamp) {
        if (state.isRetired()) {
            return;
        }
        for (int i = 0; i < size; i++) {
            if (states[i] == state) {
                stamps[i] = Math.min(stamps[i], stamp);
                return;
            }
        }
        if (size == states.length) {
            states = Arrays.copyOf(states, 2 * size + 2);
            stamps = Arrays.copyOf(stamps, 2 * size + 2);
        }
        named += state.isNamed() ? 1 : 0;
        states[size] = state;
        stamps[size++] = stamp;
    }

    /** @param own the stamp of the entry that has them */
    public void addAll(TagStamps others, long own) {
        others.copyTo(this, own);
    }

    /** Whether one of the tags collected so far was revalidated after the load it stands for. */
    public boolean expired() {
        for (int i = 0; i < size; i++) {
            if (states[i].expiredAfter(stamps[i])) {
                return true;
            }
        }
        return false;
    }

    /** @param own the stamp of the entry that will have them */
    public TagStamps build(long own) {
        return size == 0 ? TagStamps.NONE
                : new TagStamps(Arrays.copyOf(states, size), allAre(own) ? null : Arrays.copyOf(stamps, size));
    }

    private boolean allAre(long own) {
        for (int i = 0; i < size; i++) {
            if (stamps[i] != own) {
                return false;
            }
        }
        return true;
    }
}
