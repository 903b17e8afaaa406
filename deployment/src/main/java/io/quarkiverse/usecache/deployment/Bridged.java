package io.quarkiverse.usecache.deployment;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

import io.quarkiverse.usecache.runtime.bridge.BridgeRecorder;
import io.quarkus.cache.runtime.CacheBuildConfig;
import io.quarkus.cache.runtime.CacheBuildConfig.CacheTypeBuildConfig;

/** Which caches of quarkus-cache are served from here, by its own configuration. */
final class Bridged {

    private Bridged() {
    }

    static boolean isUsed(CacheBuildConfig config) {
        return is(config.type()) || config.cacheTypeByName().values().stream().anyMatch(cache -> is(cache.type()));
    }

    static Set<String> of(Collection<String> names, CacheBuildConfig config) {
        return names.stream().filter(name -> is(typeOf(name, config))).collect(Collectors.toSet());
    }

    private static String typeOf(String name, CacheBuildConfig config) {
        CacheTypeBuildConfig own = config.cacheTypeByName().get(name);
        return own == null || own.type() == null || own.type().isEmpty() ? config.type() : own.type();
    }

    private static boolean is(String type) {
        return BridgeRecorder.TYPE.equals(type);
    }
}
