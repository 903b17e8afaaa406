package io.quarkiverse.usecache.runtime.bridge;

import java.util.Set;

/** The caches of quarkus-cache that are served from here; a bean. */
public record BridgedNames(Set<String> names) {
}
