package io.quarkiverse.usecache.runtime.view;

import java.util.function.Consumer;

import io.quarkiverse.usecache.runtime.key.CallKey;
import io.quarkiverse.usecache.runtime.life.Life;
import io.quarkiverse.usecache.runtime.load.InFlight;
import io.quarkiverse.usecache.runtime.load.Load;
import io.quarkiverse.usecache.runtime.store.Entry;
import io.quarkiverse.usecache.runtime.store.EntryStore;
import io.quarkiverse.usecache.runtime.tag.TagState;
import io.quarkiverse.usecache.runtime.view.CacheView.State;

/** An entry with a value. */
final class StoredEntry extends LiveEntry {

    private final Entry entry;
    private final EntryStore store;
    private final InFlight inFlight;

    StoredEntry(CallKey key, Entry entry, EntryStore store, InFlight inFlight, State state, long age) {
        super(key, entry.method(), state, age);
        this.entry = entry;
        this.store = store;
        this.inFlight = inFlight;
    }

    @Override
    void visitTags(Consumer<TagState> action) {
        entry.tags().forEach(action);
    }

    @Override
    public Life life() {
        return entry.life();
    }

    @Override
    public Object value() {
        return entry.value();
    }

    @Override
    public boolean fromElsewhere() {
        return entry.fromElsewhere();
    }

    @Override
    public Object identity() {
        return entry;
    }

    @Override
    public boolean evict() {
        Load refresh = inFlight.get(callKey());
        if (refresh != null && refresh.previous() == entry) {
            inFlight.drop(refresh);
        }
        return store.remove(callKey(), entry);
    }
}
