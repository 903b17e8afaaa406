package io.quarkiverse.usecache.runtime.view;

import java.util.function.Consumer;

import io.quarkiverse.usecache.runtime.life.Life;
import io.quarkiverse.usecache.runtime.load.InFlight;
import io.quarkiverse.usecache.runtime.load.Load;
import io.quarkiverse.usecache.runtime.tag.TagState;
import io.quarkiverse.usecache.runtime.view.CacheView.State;

/** An entry that is not there yet. */
final class LoadingEntry extends LiveEntry {

    private final Load load;
    private final InFlight inFlight;

    LoadingEntry(Load load, InFlight inFlight, long age) {
        super(load.key(), load.method(), State.LOADING, age);
        this.load = load;
        this.inFlight = inFlight;
    }

    @Override
    void visitTags(Consumer<TagState> action) {
        if (load.collector() != null) {
            load.collector().tags().forEach(action);
        }
    }

    /** As far as it is known. */
    @Override
    public Life life() {
        return load.collector() == null ? load.method().life() : load.collector().life();
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
        return inFlight.drop(load);
    }
}
