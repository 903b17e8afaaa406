package io.quarkiverse.usecache.runtime.fill;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

import io.quarkiverse.usecache.runtime.key.CallKey;
import io.quarkiverse.usecache.runtime.life.Life;
import io.quarkiverse.usecache.runtime.view.CacheView.State;

/**
 * An entry that a call could be given now, or a load under way. There can be very many, so that texts are made only when they
 * are asked for.
 */
public final class LiveEntry {

    private final CallKey key;
    private final Slot held;
    private final Slot shown;
    private final State state;
    private final long age;
    private final Life life;

    /**
     * @param held what has the entry's place in its cache
     * @param shown the same, or the entry that is served meanwhile
     */
    LiveEntry(CallKey key, Slot held, Slot shown, State state, long age, Life life) {
        this.key = key;
        this.held = held;
        this.shown = shown;
        this.state = state;
        this.age = age;
        this.life = life;
    }

    public String cache() {
        return method().store().name();
    }

    public CachedMethod method() {
        return shown.method();
    }

    public String function() {
        return method().toString();
    }

    public CallKey callKey() {
        return key;
    }

    public String key() {
        return key.toString();
    }

    public List<String> tags() {
        List<String> tags = new ArrayList<>();
        forEachTag(tags::add);
        return tags;
    }

    public void forEachTag(Consumer<String> action) {
        shown.forEachTag(tag -> {
            if (tag.isNamed()) {
                action.accept(tag.tag());
            }
        });
    }

    public boolean hasTag(Predicate<String> wanted) {
        boolean[] found = new boolean[1];
        forEachTag(tag -> found[0] = found[0] || wanted.test(tag));
        return found[0];
    }

    public State state() {
        return state;
    }

    /** The time since its load began, in nanoseconds. */
    public long age() {
        return age;
    }

    public Life life() {
        return life;
    }

    /** The cached value, or {@code null} while the first one is loaded. */
    public Object value() {
        return state == State.FILLING ? null : shown.value();
    }

    /** What stands for the entry by its identity, for as long as it has this value. */
    public Object identity() {
        return shown;
    }

    /**
     * Removes it from its cache. What a load that is under way returns goes to those who wait for it, and is not kept.
     *
     * @return whether it was still there
     */
    public boolean evict() {
        return method().store().remove(key, held);
    }
}
