package io.quarkiverse.usecache.runtime.bridge;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

import io.quarkiverse.usecache.runtime.load.LoadScope;
import io.quarkiverse.usecache.runtime.revalidate.CacheClearing;
import io.quarkiverse.usecache.runtime.tag.RevalidationClock;
import io.quarkus.cache.runtime.AbstractCache;
import io.smallrye.mutiny.Uni;

/**
 * A cache of quarkus-cache. What it loads is a cached call like any other; each of its keys is a tag that nobody sees, so that
 * to invalidate the key is a revalidation: it follows transactions, a load in flight does not bring the old value back, and
 * what was made of the value goes too.
 */
final class BridgedCache extends AbstractCache {

    private final String name;
    private final KeyedCode code;
    private final KeyTags tags;
    private final RevalidationClock clock;
    private final CacheClearing clearing;

    BridgedCache(String name, KeyedCode code, KeyTags tags, RevalidationClock clock, CacheClearing clearing) {
        this.name = name;
        this.code = code;
        this.tags = tags;
        this.clock = clock;
        this.clearing = clearing;
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public <K, V> Uni<V> get(K key, Function<K, V> valueLoader) {
        return getAsync(key, same -> Uni.createFrom().item(valueLoader.apply(same)));
    }

    @Override
    public <K, V> Uni<V> getAsync(K key, Function<K, Uni<V>> valueLoader) {
        Objects.requireNonNull(key, NULL_KEYS_NOT_SUPPORTED_MSG);
        String tag = tags.of(key);
        return code.call(key, () -> {
            LoadScope.current().carry(clock.intern(tag));
            return valueLoader.apply(key);
        });
    }

    @Override
    public Uni<Void> invalidate(Object key) {
        Objects.requireNonNull(key, NULL_KEYS_NOT_SUPPORTED_MSG);
        return dropping(() -> List.of(tags.of(key)));
    }

    @Override
    public Uni<Void> invalidateIf(Predicate<Object> predicate) {
        return dropping(() -> tags.ofLiveKeys(predicate));
    }

    private Uni<Void> dropping(Supplier<List<String>> dropped) {
        return Uni.createFrom().item(() -> {
            List<String> reserved = dropped.get();
            if (!reserved.isEmpty()) {
                clearing.drop(reserved);
            }
            return null;
        });
    }

    @Override
    public Uni<Void> invalidateAll() {
        return Uni.createFrom().item(() -> {
            clearing.clear(name);
            return null;
        });
    }
}
