package io.quarkiverse.usecache.runtime.wiring;

import java.util.Optional;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import io.quarkiverse.usecache.Lifetime;
import io.quarkiverse.usecache.runtime.bridge.BridgedSettings;
import io.quarkiverse.usecache.runtime.config.UseCacheConfig;
import io.quarkiverse.usecache.runtime.life.LifeProfiles;
import io.quarkiverse.usecache.runtime.life.LifeRule;
import io.quarkiverse.usecache.runtime.method.CachedMethodDescriptor;

/** The configured lives, checked. */
@Singleton
public class CacheLives {

    private final UseCacheConfig config;
    private final Instance<BridgedSettings> bridged;
    private final LifeProfiles profiles;

    @Inject
    CacheLives(UseCacheConfig config, Instance<BridgedSettings> bridged) {
        this.config = config;
        this.bridged = bridged;
        this.profiles = new LifeProfiles(config.life(), mistake -> {
            throw new IllegalArgumentException(mistake);
        });
    }

    /** @throws IllegalArgumentException if there is no such profile; the message names those there are */
    Lifetime profile(String name) {
        return profiles.get(name);
    }

    /** The life of a method, completed by the configuration. */
    LifeRule of(CachedMethodDescriptor method) {
        LifeRule built = method.life();
        Lifetime ofCache = ofCache(method.cache());
        try {
            return built.declared() == null ? built : built.declared().complete(profiles::get, ofCache);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("@CacheLife of " + method.id() + " " + e.getMessage() + ", which is inherited. "
                    + "Correct " + property(method.cache()) + ", or the profile that it names under quarkus.use-cache.life.",
                    e);
        }
    }

    private Lifetime ofCache(String cache) {
        Optional<String> own = config.caches().get(cache).life();
        Optional<Lifetime> elsewhere = own.isEmpty() && bridged.isResolvable() ? bridged.get().life(cache) : Optional.empty();
        return elsewhere.orElseGet(() -> profileOf(cache, own.orElse(config.defaultLife())));
    }

    private Lifetime profileOf(String cache, String name) {
        if (!profiles.names().contains(name)) {
            throw new IllegalArgumentException(
                    property(cache) + " [" + name + "] is no life profile. " + profiles.remedy());
        }
        return profiles.get(name);
    }

    /** What decides on the life of a cache's methods. */
    private String property(String cache) {
        return config.caches().get(cache).life().isPresent() ? "quarkus.use-cache.caches.\"" + cache + "\".life"
                : "quarkus.use-cache.default-life";
    }
}
