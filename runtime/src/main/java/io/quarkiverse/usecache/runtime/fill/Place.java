package io.quarkiverse.usecache.runtime.fill;

import java.util.function.Consumer;

import org.jboss.logging.Logger;

import io.quarkiverse.usecache.runtime.key.CallKey;

/** The place of a load's slot in its cache. What the application's keys throw must not keep a load from ending. */
final class Place {

    private static final Logger LOG = Logger.getLogger(Place.class);

    private final CallKey key;
    private final Slot slot;
    private final boolean shared;

    /** @param shared whether the slot goes into the cache, so that others find it; else its value is for its caller alone */
    Place(CallKey key, Slot slot, boolean shared) {
        this.key = key;
        this.slot = slot;
        this.shared = shared;
    }

    CallKey key() {
        return key;
    }

    /** Invariant I8: what is not in its place any more is not put back. */
    void keep() {
        inStore(store -> store.reweigh(key, slot));
    }

    void leave() {
        inStore(store -> store.remove(key, slot));
    }

    void giveBackTo(Slot previous) {
        inStore(store -> store.replace(key, slot, previous));
    }

    private void inStore(Consumer<SlotStore> action) {
        if (!shared) {
            return;
        }
        try {
            action.accept(slot.method().store());
        } catch (RuntimeException e) {
            LOG.errorf(e, "The place of a load of [%s] could not be found again. Keys must not change.", slot.method());
        }
    }
}
