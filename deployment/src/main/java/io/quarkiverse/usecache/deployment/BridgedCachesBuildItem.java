package io.quarkiverse.usecache.deployment;

import java.util.Map;
import java.util.Set;

import org.jboss.jandex.Type;

import io.quarkus.builder.item.SimpleBuildItem;

/** The caches of quarkus-cache that are served from here. */
final class BridgedCachesBuildItem extends SimpleBuildItem {

    private final Set<String> names;
    private final Map<String, Type> shared;

    BridgedCachesBuildItem(Set<String> names, Map<String, Type> shared) {
        this.names = names;
        this.shared = shared;
    }

    Set<String> names() {
        return names;
    }

    /** Those whose entries several nodes share, with the type of these. */
    Map<String, Type> shared() {
        return shared;
    }
}
