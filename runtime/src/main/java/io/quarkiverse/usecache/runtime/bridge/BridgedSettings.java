package io.quarkiverse.usecache.runtime.bridge;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import io.quarkiverse.usecache.Lifetime;
import io.quarkus.cache.runtime.CacheConfig;
import io.quarkus.cache.runtime.CacheConfig.CaffeineConfig;
import io.quarkus.cache.runtime.CacheConfig.CaffeineConfig.CaffeineCacheConfig;
import io.quarkus.runtime.StartupEvent;

/**
 * What the configuration of quarkus-cache says of the caches that are served from here. It counts where the configuration of
 * this extension says nothing.
 */
@Singleton
public class BridgedSettings {

    private static final Logger LOG = Logger.getLogger(BridgedSettings.class);
    private static final Duration FOR_CLIENTS = Duration.ofMinutes(5);

    private final CaffeineConfig config;
    private final BridgedNames bridged;

    @Inject
    BridgedSettings(CacheConfig config, BridgedNames bridged) {
        this.config = config.caffeine();
        this.bridged = bridged;
    }

    /** As in quarkus-cache, which never refreshes: all values are fresh until they expire. Empty for other caches. */
    public Optional<Lifetime> life(String cache) {
        if (!bridged.names().contains(cache)) {
            return Optional.empty();
        }
        Duration expire = duration(cache, CaffeineCacheConfig::expireAfterWrite).orElse(Lifetime.NEVER);
        return Optional.of(new Lifetime(FOR_CLIENTS.compareTo(expire) < 0 ? FOR_CLIENTS : expire, expire, expire));
    }

    public OptionalLong maximumSize(String cache) {
        CaffeineCacheConfig own = config.cachesConfig().get(cache);
        if (!bridged.names().contains(cache)) {
            return OptionalLong.empty();
        }
        return own != null && own.maximumSize().isPresent() ? own.maximumSize() : config.defaultConfig().maximumSize();
    }

    private Optional<Duration> duration(String cache, Function<CaffeineCacheConfig, Optional<Duration>> field) {
        return Optional.ofNullable(config.cachesConfig().get(cache)).flatMap(field)
                .or(() -> field.apply(config.defaultConfig()));
    }

    void warn(@Observes StartupEvent event) {
        for (String cache : bridged.names()) {
            if (duration(cache, CaffeineCacheConfig::expireAfterAccess).isPresent()) {
                LOG.warnf(
                        "quarkus.cache.caffeine.expire-after-access has no effect on the cache [%s]: what is cached lives from "
                                + "when its load began, however often it is read. Use expire-after-write, or "
                                + "quarkus.use-cache.caches.\"%s\".life.",
                        cache, cache);
            }
        }
    }
}
