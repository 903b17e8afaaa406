package io.quarkiverse.usecache.runtime.bridge;

import java.util.Map;
import java.util.Set;

import io.quarkiverse.usecache.runtime.method.ValueType;

/**
 * The caches of quarkus-cache that are served from here; a bean.
 *
 * @param shared those whose entries several nodes share, with the type of these
 */
public record BridgedNames(Set<String> names, Map<String, ValueType> shared) {
}
