package io.quarkiverse.usecache.runtime.tag;

import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * The tags of an entry, each with the stamp of the load it stands for. Invariant I5: a tag that comes from a nested cached call
 * keeps that call's stamp, because the value is as old as what it was made from.
 */
public final class TagStamps {

    public static final TagStamps NONE = new TagStamps(new TagState[0], null, 0);

    private final TagState[] states;
    private final long[] stamps;
    private final long commonStamp;

    /** @param stamps one for each state, or {@code null} if all have the common stamp */
    TagStamps(TagState[] states, long[] stamps, long commonStamp) {
        this.states = states;
        this.stamps = stamps;
        this.commonStamp = commonStamp;
    }

    public int size() {
        return states.length;
    }

    /** Whether a tag was revalidated after the load it stands for. */
    public boolean expired() {
        for (int i = 0; i < states.length; i++) {
            if (states[i].expiredAfter(stampOf(i))) {
                return true;
            }
        }
        return false;
    }

    /** Whether a tag was marked stale after the load it stands for. */
    public boolean stale() {
        for (int i = 0; i < states.length; i++) {
            if (states[i].staleAfter(stampOf(i))) {
                return true;
            }
        }
        return false;
    }

    public void forEach(Consumer<TagState> action) {
        for (TagState state : states) {
            action.accept(state);
        }
    }

    public boolean anyMatch(Predicate<TagState> condition) {
        return Arrays.stream(states).anyMatch(condition);
    }

    void copyTo(TagStampsBuilder builder) {
        for (int i = 0; i < states.length; i++) {
            builder.add(states[i], stampOf(i));
        }
    }

    private long stampOf(int i) {
        return stamps == null ? commonStamp : stamps[i];
    }

    @Override
    public String toString() {
        return Arrays.stream(states).map(TagState::tag).toList().toString();
    }
}
