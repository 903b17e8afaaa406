package io.quarkiverse.usecache.runtime.shared;

import java.util.HashMap;
import java.util.Map;

import io.quarkiverse.usecache.runtime.store.Provenance;
import io.quarkiverse.usecache.runtime.tag.TagStamps;
import io.quarkiverse.usecache.runtime.tag.TagState;
import io.quarkiverse.usecache.spi.Position;

/**
 * Where in the log a load stands, and all that it contains. Compared by identity: each load has its own.
 */
public final class Origin implements Provenance {

    private final Position position;
    private final Map<String, Long> earlier;
    private final long began;
    private final boolean own;
    private final boolean single;
    private final boolean promoted;

    private Origin(Position position, Map<String, Long> earlier, long began, boolean own, boolean single,
            boolean promoted) {
        this.position = position;
        this.earlier = earlier;
        this.began = began;
        this.own = own;
        this.single = single;
        this.promoted = promoted;
    }

    /** R1: of a load that begins after both were read. */
    static Origin ofLoad(Position position, long now) {
        return new Origin(position, Map.of(), now, true, true, false);
    }

    /**
     * Of an entry that another node has loaded.
     *
     * @param earlier the tags that stand for an earlier position, with its sequence
     */
    public static Origin ofPromotion(Position position, Map<String, Long> earlier, long began) {
        return new Origin(position, Map.copyOf(earlier), began, false, true, true);
    }

    @Override
    public Origin with(Provenance inner, TagStamps tags) {
        if (!(inner instanceof Origin other)) {
            return new Origin(position, earlier, began, false, false, false);
        }
        boolean sameGeneration = other.position.generation().equals(position.generation());
        return new Origin(position, sameGeneration ? merged(other, tags) : earlier,
                began - other.began <= 0 ? began : other.began, own && other.own,
                single && other.single && sameGeneration, false);
    }

    /** A tag that both have stands for the earlier of the two. */
    private Map<String, Long> merged(Origin inner, TagStamps tags) {
        Map<String, Long> merged = new HashMap<>(earlier);
        for (TagState state : tags.states()) {
            long sequence = inner.sequenceOf(state.tag());
            if (sequence < sequenceOf(state.tag())) {
                merged.put(state.tag(), sequence);
            }
        }
        return merged.equals(earlier) ? earlier : merged;
    }

    /** The sequence that a tag stands for. */
    public long sequenceOf(String tag) {
        return earlier.getOrDefault(tag, position.sequence());
    }

    @Override
    public boolean fromElsewhere() {
        return promoted;
    }

    public Position position() {
        return position;
    }

    /** R15: whether this node has loaded it all, and began that recently. */
    boolean isYoung(long now, long lease) {
        return own && now - began < lease;
    }

    /** Whether others may be given it: it stands for one generation that is known. */
    public boolean mayBePublished() {
        return own && single && !position.generation().isEmpty();
    }
}
