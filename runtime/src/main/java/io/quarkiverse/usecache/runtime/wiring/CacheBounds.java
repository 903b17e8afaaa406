package io.quarkiverse.usecache.runtime.wiring;

import java.util.OptionalLong;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import com.github.benmanes.caffeine.cache.Weigher;

import io.quarkiverse.usecache.runtime.bridge.BridgedSettings;
import io.quarkiverse.usecache.runtime.config.UseCacheConfig;
import io.quarkiverse.usecache.runtime.store.EntryStore.Bound;
import io.smallrye.common.annotation.Identifier;

/** The configured bound of each cache. */
@Singleton
public class CacheBounds {

    private final UseCacheConfig config;
    private final Instance<Weigher<Object, Object>> weighers;
    private final Instance<BridgedSettings> bridged;

    @Inject
    CacheBounds(UseCacheConfig config, @Any Instance<Weigher<Object, Object>> weighers,
            Instance<BridgedSettings> bridged) {
        this.config = config;
        this.weighers = weighers;
        this.bridged = bridged;
    }

    Bound of(String cache) {
        UseCacheConfig.Cache settings = config.caches().get(cache);
        OptionalLong maximumWeight = settings.maximumWeight();
        return maximumWeight.isEmpty()
                ? new Bound(maximumSize(settings, cache), Weigher.singletonWeigher(), settings.cacheNull())
                : new Bound(notNegative(maximumWeight.getAsLong(), ofCache(cache, "maximum-weight")), weigher(cache),
                        settings.cacheNull());
    }

    private long maximumSize(UseCacheConfig.Cache settings, String cache) {
        OptionalLong own = settings.maximumSize();
        if (own.isPresent()) {
            return notNegative(own.getAsLong(), ofCache(cache, "maximum-size"));
        }
        OptionalLong elsewhere = bridged.isResolvable() ? bridged.get().maximumSize(cache) : OptionalLong.empty();
        return elsewhere.isPresent() ? notNegative(elsewhere.getAsLong(), "quarkus.cache.caffeine.maximum-size")
                : notNegative(config.maximumSize(), "quarkus.use-cache.maximum-size");
    }

    private static String ofCache(String cache, String property) {
        return "quarkus.use-cache.caches.\"" + cache + "\"." + property;
    }

    private static long notNegative(long maximum, String property) {
        if (maximum < 0) {
            throw new IllegalArgumentException(property + " [" + maximum + "] must not be negative. Use 0 to store nothing.");
        }
        return maximum;
    }

    private Weigher<Object, Object> weigher(String cache) {
        Instance<Weigher<Object, Object>> named = weighers.select(Identifier.Literal.of(cache));
        if (!named.isResolvable()) {
            throw new IllegalStateException("quarkus.use-cache.caches.\"" + cache + "\".maximum-weight needs one bean that "
                    + "implements Weigher<Object, Object> and is annotated @Identifier(\"" + cache + "\"). Add it, or set "
                    + "maximum-size instead.");
        }
        return named.get();
    }
}
