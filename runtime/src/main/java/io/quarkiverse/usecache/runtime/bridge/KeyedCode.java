package io.quarkiverse.usecache.runtime.bridge;

import java.lang.reflect.Type;
import java.util.function.Supplier;

import io.quarkiverse.usecache.runtime.key.CallKey;
import io.quarkiverse.usecache.runtime.keyed.KeyedCalls;
import io.smallrye.mutiny.Uni;

/**
 * What one cache calls, and under which keys.
 *
 * @param type of what is cached, or {@code null} if it stays on this node
 */
record KeyedCode(KeyedCalls calls, String cache, Type type) {

    <T> Uni<T> call(Object key, Supplier<Uni<T>> loader) {
        return calls.deferred(cache, key, type, loader);
    }

    CallKey key(Object key) {
        return calls.key(cache, key, type);
    }
}
