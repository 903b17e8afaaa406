package io.quarkiverse.usecache.runtime.view;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

import io.quarkiverse.usecache.runtime.key.CallKey;
import io.quarkiverse.usecache.runtime.life.Life;
import io.quarkiverse.usecache.runtime.method.CachedMethod;
import io.quarkiverse.usecache.runtime.tag.TagState;
import io.quarkiverse.usecache.runtime.view.CacheView.State;

/**
 * An entry that a call could be given now, or a load under way. There can be very many, so that texts are made only when they
 * are asked for.
 */
public abstract sealed class LiveEntry permits StoredEntry, LoadingEntry {

    private final CallKey key;
    private final CachedMethod method;
    private final State state;
    private final long age;

    LiveEntry(CallKey key, CachedMethod method, State state, long age) {
        this.key = key;
        this.method = method;
        this.state = state;
        this.age = age;
    }

    public final String cache() {
        return method.descriptor().cache();
    }

    public final CachedMethod method() {
        return method;
    }

    public final String function() {
        return method.toString();
    }

    public final CallKey callKey() {
        return key;
    }

    public final String key() {
        return key.toString();
    }

    public final List<String> tags() {
        List<String> tags = new ArrayList<>();
        forEachTag(tags::add);
        return tags;
    }

    public final void forEachTag(Consumer<String> action) {
        visitTags(tag -> {
            if (tag.isNamed()) {
                action.accept(tag.tag());
            }
        });
    }

    abstract void visitTags(Consumer<TagState> action);

    public final boolean hasTag(Predicate<String> wanted) {
        boolean[] found = new boolean[1];
        forEachTag(tag -> found[0] = found[0] || wanted.test(tag));
        return found[0];
    }

    public final State state() {
        return state;
    }

    /** The time since its load began, in nanoseconds. */
    public final long age() {
        return age;
    }

    public abstract Life life();

    /** The cached value, or {@code null} while the first one is loaded. */
    public abstract Object value();

    /** Whether it came from a shared store, and the method did not run on this node. */
    public boolean fromElsewhere() {
        return false;
    }

    /** What stands for the entry by its identity, for as long as it has this value. */
    public abstract Object identity();

    /**
     * Removes it from its cache. The result of a load under way goes to the calls that wait for it, and is not kept.
     *
     * @return whether it was still there
     */
    public abstract boolean evict();
}
