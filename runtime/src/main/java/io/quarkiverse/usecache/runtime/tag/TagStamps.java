package io.quarkiverse.usecache.runtime.tag;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * The tags of an entry, each with the stamp of the load it stands for: the entry's own, or, by invariant I5, that of the nested
 * cached call it comes from, because the value is as old as what it was made from. Entries whose tags all have their own stamp
 * can share them.
 */
public final class TagStamps {

    public static final TagStamps NONE = new TagStamps(new TagState[0], null);

    private final TagState[] states;
    private final long[] stamps;

    /** @param stamps one for each state, or {@code null} if all have the entry's own */
    TagStamps(TagState[] states, long[] stamps) {
        this.states = states;
        this.stamps = stamps;
    }

    /** Whether these tags say the same of every entry. */
    public boolean same(TagStamps others) {
        return stamps == null && others.stamps == null && Arrays.equals(states, others.states);
    }

    public int size() {
        return states.length;
    }

    /**
     * Whether a tag was revalidated after the load it stands for.
     *
     * @param own the entry's stamp
     */
    public boolean expired(long own) {
        for (int i = 0; i < states.length; i++) {
            if (states[i].expiredAfter(stampOf(i, own))) {
                return true;
            }
        }
        return false;
    }

    /** Whether a tag was marked stale after the load it stands for. */
    public boolean stale(long own) {
        for (int i = 0; i < states.length; i++) {
            if (states[i].staleAfter(stampOf(i, own))) {
                return true;
            }
        }
        return false;
    }

    /** Whether the value may hold changes of a transaction that has not ended, so that it must not leave this node. */
    public boolean awaitCommit() {
        return anyMatch(TagState::isUndo);
    }

    /** Whether the value may hold changes of a transaction that was rolled back. */
    public boolean areUndone() {
        return anyMatch(TagState::isUndone);
    }

    public List<TagState> states() {
        return List.of(states);
    }

    public void forEach(Consumer<TagState> action) {
        for (TagState state : states) {
            action.accept(state);
        }
    }

    public boolean anyMatch(Predicate<TagState> condition) {
        for (TagState state : states) {
            if (condition.test(state)) {
                return true;
            }
        }
        return false;
    }

    void copyTo(TagStampsBuilder builder, long own) {
        for (int i = 0; i < states.length; i++) {
            builder.add(states[i], stampOf(i, own));
        }
    }

    private long stampOf(int i, long own) {
        return stamps == null ? own : stamps[i];
    }

    @Override
    public String toString() {
        return Arrays.stream(states).map(TagState::tag).toList().toString();
    }
}
