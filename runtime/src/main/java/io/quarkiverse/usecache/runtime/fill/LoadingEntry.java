package io.quarkiverse.usecache.runtime.fill;

import java.util.function.Consumer;

import io.quarkiverse.usecache.runtime.life.Life;
import io.quarkiverse.usecache.runtime.tag.TagState;
import io.quarkiverse.usecache.runtime.view.CacheView.State;

/** An entry that is not there yet. */
final class LoadingEntry extends LiveEntry {

    private final Fill load;

    LoadingEntry(Fill load, long age) {
        super(load.key(), load.method(), State.FILLING, age);
        this.load = load;
    }

    @Override
    void visitTags(Consumer<TagState> action) {
        load.scope().tags().forEach(action);
    }

    /** As far as it is known. */
    @Override
    public Life life() {
        return load.scope().life();
    }

    @Override
    public Object value() {
        return null;
    }

    @Override
    public Object identity() {
        return load;
    }

    @Override
    public boolean evict() {
        return method().store().loads().drop(load);
    }
}
