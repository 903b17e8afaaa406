package io.quarkiverse.usecache.runtime.method;

import java.util.List;
import java.util.Set;

/**
 * The methods whose results other nodes may have, because their cache is in a shared store. There is a bean of it if there are
 * such caches.
 *
 * @param store the store's name
 * @param byDefault whether caches are shared that the configuration says nothing of
 * @param otherwise the names of the caches for which it says the opposite
 */
public record SharedMethods(String store, boolean byDefault, Set<String> otherwise, List<SharedMethod> methods) {

    /** The store's name in the configuration. */
    public static final String REDIS = "redis";

    /** Whether a cache is in the store, that no method uses too. */
    public boolean shares(String cache) {
        return byDefault != otherwise.contains(cache);
    }

    /** One of them, with what a codec has to know. */
    public record SharedMethod(MethodId id, ValueType value) {
    }
}
