package io.quarkiverse.usecache.runtime.method;

import java.util.List;

/**
 * The methods whose results other nodes may have, because their cache is in a shared store. There is a bean of it if there are
 * such caches.
 *
 * @param store the store's name
 * @param caches the caches' names
 */
public record SharedMethods(String store, List<String> caches, List<SharedMethod> methods) {

    /** The store's name in the configuration. */
    public static final String REDIS = "redis";

    /** One of them, with what a codec has to know. */
    public record SharedMethod(MethodId id, ValueType value) {
    }
}
