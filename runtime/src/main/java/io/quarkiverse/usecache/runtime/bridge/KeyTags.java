package io.quarkiverse.usecache.runtime.bridge;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

import io.quarkiverse.usecache.runtime.key.CallKey;
import io.quarkiverse.usecache.runtime.load.InFlight;
import io.quarkiverse.usecache.runtime.load.Load;
import io.quarkiverse.usecache.runtime.store.Entry;
import io.quarkiverse.usecache.runtime.store.EntryStore;
import io.quarkiverse.usecache.runtime.tag.ReservedTags;

/** The tags that stand for the keys of one cache: the same for equal keys. */
final class KeyTags {

    private final String application;
    private final KeyedCode code;
    private final EntryStore store;
    private final InFlight inFlight;
    private final boolean alone;

    /** @param alone whether no other node has to find the same tag for a key */
    KeyTags(String application, KeyedCode code, EntryStore store, InFlight inFlight, boolean alone) {
        this.application = application;
        this.code = code;
        this.store = store;
        this.inFlight = inFlight;
        this.alone = alone;
    }

    /**
     * Where a key has no text that all nodes find, its hash will do for one node: another key with the same goes with it, which
     * is rare and only costs a load. For several nodes it is the whole cache.
     */
    String of(Object key) {
        CallKey called = code.key(key);
        return called.stableText().map(this::tag)
                .orElseGet(() -> alone ? tag("#" + called.hashCode()) : store.clearTag().tag());
    }

    private String tag(String text) {
        return ReservedTags.ofKey(application, store.name(), text);
    }

    /** The tags of those keys of which there is a value, or a load. */
    List<String> ofLiveKeys(Predicate<Object> predicate) {
        Set<String> tags = new LinkedHashSet<>();
        for (CallKey key : liveKeys()) {
            Object given = key.arguments().get(0);
            if (predicate.test(given)) {
                tags.add(of(given));
            }
        }
        return List.copyOf(tags);
    }

    /** Loads come before entries, because they become entries. */
    private List<CallKey> liveKeys() {
        List<CallKey> keys = new ArrayList<>();
        for (Load load : inFlight.all()) {
            if (load.call().store() == store) {
                keys.add(load.key());
            }
        }
        for (Map.Entry<CallKey, Entry> entry : store.entries()) {
            keys.add(entry.getKey());
        }
        CallKey any = code.key("");
        keys.removeIf(key -> !key.method().equals(any.method()));
        return keys;
    }
}
