package io.quarkiverse.usecache.runtime.load;

import io.quarkiverse.usecache.runtime.store.Provenance;
import io.quarkiverse.usecache.runtime.tag.TagState;

/**
 * What a load may see, read once, where it runs.
 *
 * @param stamp the logical time of what it may see: that of its beginning, or an earlier one
 * @param undo what its entry carries unseen while the transaction may still be rolled back, or {@code null} without one
 * @param shareable whether others may be given what it loads; if not, nothing of it is stored either
 * @param provenance the same for other nodes; {@code null} where there are none
 */
public record ReadView(long stamp, TagState undo, boolean shareable, Provenance provenance) {

    public ReadView(long stamp, TagState undo, boolean shareable) {
        this(stamp, undo, shareable, null);
    }

    /** Of a load outside any transaction. */
    static ReadView at(long stamp) {
        return new ReadView(stamp, null, true);
    }

    /** Whether the load runs in a transaction, whose locks others may wait for. */
    public boolean inTransaction() {
        return undo != null || !shareable;
    }
}
