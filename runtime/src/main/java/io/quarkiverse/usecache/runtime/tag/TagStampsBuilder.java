package io.quarkiverse.usecache.runtime.tag;

import java.util.Arrays;

/** Collects {@link TagStamps}. Not thread-safe. */
public final class TagStampsBuilder {

    private TagState[] states = new TagState[4];
    private long[] stamps = new long[4];
    private int size;
    private int named;

    /** How many tags of the application there are. */
    public int named() {
        return named;
    }

    /** Adds a tag, or keeps the older stamp of one that is there: what is made of two loads is as old as the older. */
    public void add(TagState state, long stamp) {
        if (state.isSettled()) {
            return;
        }
        for (int i = 0; i < size; i++) {
            if (states[i] == state) {
                stamps[i] = Math.min(stamps[i], stamp);
                return;
            }
        }
        if (size == states.length) {
            states = Arrays.copyOf(states, 2 * size);
            stamps = Arrays.copyOf(stamps, 2 * size);
        }
        named += state.isNamed() ? 1 : 0;
        states[size] = state;
        stamps[size++] = stamp;
    }

    public void addAll(TagStamps others) {
        others.copyTo(this);
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

    public TagStamps build() {
        return size == 0 ? TagStamps.NONE
                : new TagStamps(Arrays.copyOf(states, size), sameStamps() ? null : Arrays.copyOf(stamps, size), stamps[0]);
    }

    private boolean sameStamps() {
        for (int i = 1; i < size; i++) {
            if (stamps[i] != stamps[0]) {
                return false;
            }
        }
        return true;
    }
}
