package io.quarkiverse.usecache.deployment.read;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import io.quarkiverse.usecache.deployment.check.Mistakes;
import io.quarkiverse.usecache.runtime.config.UseCacheBuildTimeConfig;
import io.quarkiverse.usecache.runtime.life.LifeProfiles;
import io.quarkiverse.usecache.runtime.method.CachedMethodDescriptor;
import io.quarkiverse.usecache.runtime.method.MethodCatalog;
import io.smallrye.config.NameIterator;

/** What the configuration says of each cache, at build time and for run time. */
public final class CacheSettings {

    private static final String PREFIX = "quarkus.use-cache.caches.";

    private final UseCacheBuildTimeConfig config;
    private final Set<String> configured = new TreeSet<>();

    /** @param propertyNames all the names of properties that the build can see */
    public CacheSettings(UseCacheBuildTimeConfig config, Iterable<String> propertyNames) {
        this.config = config;
        configured.addAll(config.caches().keySet());
        propertyNames.forEach(this::addConfigured);
    }

    public Optional<String> life(String cache) {
        return Optional.ofNullable(config.caches().get(cache)).flatMap(UseCacheBuildTimeConfig.Cache::life);
    }

    public void checkLives(LifeProfiles profiles, Mistakes mistakes) {
        config.caches().forEach((cache, settings) -> settings.life().filter(name -> !profiles.names().contains(name))
                .ifPresent(name -> mistakes.error("The cache [" + cache + "] has the unknown life profile [" + name + "]",
                        property(cache) + ".life", profiles.remedy())));
    }

    public void checkUse(MethodCatalog catalog, Mistakes mistakes) {
        Set<String> used = new TreeSet<>();
        catalog.cached().stream().map(CachedMethodDescriptor::cache).forEach(used::add);
        configured.stream().filter(cache -> !used.contains(cache))
                .forEach(cache -> mistakes.warn("No cached method uses the cache [" + cache + "]", property(cache),
                        "Correct the name, or remove the property; methods use " + used + "."));
    }

    private void addConfigured(String property) {
        if (property.startsWith(PREFIX)) {
            configured.add(new NameIterator(property, PREFIX.length() - 1).getNextSegment());
        }
    }

    private static String property(String cache) {
        return PREFIX + "\"" + cache + "\"";
    }
}
