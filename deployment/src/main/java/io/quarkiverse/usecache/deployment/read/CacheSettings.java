package io.quarkiverse.usecache.deployment.read;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.eclipse.microprofile.config.Config;

import io.quarkiverse.usecache.deployment.check.Mistakes;
import io.quarkiverse.usecache.runtime.config.UseCacheConfig.Profile;
import io.quarkiverse.usecache.runtime.life.LifeProfiles;
import io.smallrye.config.NameIterator;

/**
 * What the build can see of the configuration of caches and lives. That is decided when the application starts; the build
 * checks names, and finds the mistakes that are there already.
 */
public final class CacheSettings {

    private static final String CACHES = "quarkus.use-cache.caches.";
    private static final String LIVES = "quarkus.use-cache.life.";

    private record ConfiguredProfile(Map<String, String> texts) implements Profile {

        @Override
        public Optional<String> stale() {
            return Optional.ofNullable(texts.get("stale"));
        }

        @Override
        public Optional<String> revalidate() {
            return Optional.ofNullable(texts.get("revalidate"));
        }

        @Override
        public Optional<String> expire() {
            return Optional.ofNullable(texts.get("expire"));
        }
    }

    private final Config config;
    private final Map<String, String> lives = new TreeMap<>();
    private final Map<String, Map<String, String>> profiles = new TreeMap<>();

    public CacheSettings(Config config) {
        this.config = config;
        for (String property : config.getPropertyNames()) {
            if (property.startsWith(CACHES)) {
                addCache(property, new NameIterator(property, CACHES.length() - 1));
            } else if (property.startsWith(LIVES)) {
                addProfile(property, new NameIterator(property, LIVES.length() - 1));
            }
        }
    }

    private void addCache(String property, NameIterator segments) {
        String cache = segments.getNextSegment();
        segments.next();
        if (segments.hasNext() && segments.getNextSegment().equals("life")) {
            value(property).ifPresent(life -> lives.put(cache, life));
        }
    }

    private void addProfile(String property, NameIterator segments) {
        Map<String, String> texts = profiles.computeIfAbsent(segments.getNextSegment(), name -> new TreeMap<>());
        segments.next();
        if (segments.hasNext()) {
            value(property).ifPresent(text -> texts.put(segments.getNextSegment(), text));
        }
    }

    /** What depends on a property that only the running application has is not known yet. */
    private Optional<String> value(String property) {
        try {
            return config.getOptionalValue(property, String.class);
        } catch (RuntimeException notYet) {
            return Optional.empty();
        }
    }

    public Map<String, Profile> profiles() {
        Map<String, Profile> configured = new TreeMap<>();
        profiles.forEach((name, texts) -> configured.put(name, new ConfiguredProfile(texts)));
        return configured;
    }

    public Optional<String> life(String cache) {
        return Optional.ofNullable(lives.get(cache)).or(() -> value("quarkus.use-cache.default-life"));
    }

    public void checkLives(LifeProfiles profiles, Mistakes mistakes) {
        lives.forEach((cache, name) -> {
            if (!profiles.names().contains(name)) {
                mistakes.error("The cache [" + cache + "] has the unknown life profile [" + name + "]",
                        property(cache) + ".life", profiles.remedy());
            }
        });
    }

    private static String property(String cache) {
        return CACHES + "\"" + cache + "\"";
    }
}
