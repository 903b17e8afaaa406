package io.quarkiverse.usecache.runtime.fill;

import java.util.function.Consumer;

import io.quarkiverse.usecache.runtime.key.CallKey;
import io.quarkiverse.usecache.runtime.life.Life;
import io.quarkiverse.usecache.runtime.tag.TagState;
import io.quarkiverse.usecache.runtime.view.CacheView.State;

/** An entry with a value. */
final class StoredEntry extends LiveEntry {

    private final Slot slot;

    StoredEntry(CallKey key, Slot slot, State state, long age) {
        super(key, slot.method(), state, age);
        this.slot = slot;
    }

    @Override
    void visitTags(Consumer<TagState> action) {
        slot.tags().forEach(action);
    }

    @Override
    public Life life() {
        return slot.life();
    }

    @Override
    public Object value() {
        return slot.value();
    }

    @Override
    public Object identity() {
        return slot;
    }

    @Override
    public boolean evict() {
        SlotStore store = method().store();
        Fill refresh = store.loads().get(callKey());
        if (refresh != null && refresh.previous() == slot) {
            store.loads().drop(refresh);
        }
        return store.remove(callKey(), slot);
    }
}
