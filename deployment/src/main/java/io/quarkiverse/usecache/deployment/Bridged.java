package io.quarkiverse.usecache.deployment;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

import io.quarkiverse.usecache.runtime.bridge.BridgeRecorder;
import io.quarkus.cache.runtime.CacheBuildConfig;
import io.quarkus.cache.runtime.CacheBuildConfig.CacheTypeBuildConfig;

/** Which caches of quarkus-cache are served from here, by its own configuration. */
final class Bridged {

    /** The cache that Qute keeps fragments in. */
    static final String OF_QUTE = "qute-cache";

    private static final String CAFFEINE = "caffeine";

    private Bridged() {
    }

    static boolean isUsed(CacheBuildConfig config) {
        return is(config.type()) || config.cacheTypeByName().values().stream().anyMatch(cache -> is(cache.type()));
    }

    static Set<String> of(Collection<String> names, CacheBuildConfig config) {
        return names.stream().filter(name -> is(typeOf(name, config))).collect(Collectors.toSet());
    }

    /** Whether the cache of Qute's fragments is in this process, though the type that Qute looks at is not Caffeine's. */
    static boolean isRefusedByQute(CacheBuildConfig config) {
        String type = typeOf(OF_QUTE, config);
        return !CAFFEINE.equals(config.type()) && (is(type) || CAFFEINE.equals(type));
    }

    private static String typeOf(String name, CacheBuildConfig config) {
        CacheTypeBuildConfig own = config.cacheTypeByName().get(name);
        return own == null || own.type() == null || own.type().isEmpty() ? config.type() : own.type();
    }

    private static boolean is(String type) {
        return BridgeRecorder.TYPE.equals(type);
    }
}
