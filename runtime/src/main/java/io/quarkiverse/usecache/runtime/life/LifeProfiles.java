package io.quarkiverse.usecache.runtime.life;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

import io.quarkiverse.usecache.Lifetime;
import io.quarkiverse.usecache.runtime.config.UseCacheConfig.Profile;
import io.quarkiverse.usecache.runtime.life.LifeText.Durations;

/**
 * The life profiles by name, built-in and configured, each complete. The build reads them to
 * check names, and the application when it starts.
 */
public final class LifeProfiles {

    /** The profile that fills what no other life gives. */
    public static final String DEFAULT = "default";

    private final Map<String, Lifetime> profiles;

    /** Reads the configuration and tells each mistake in it; a profile with a mistake keeps what could be read. */
    public LifeProfiles(Map<String, Profile> configuration, Consumer<String> mistakes) {
        Map<String, Lifetime> all = BuiltInProfiles.all();
        Map<String, Profile> configured = new TreeMap<>(configuration);
        add(DEFAULT, configured.remove(DEFAULT), all, mistakes);
        configured.forEach((name, profile) -> add(name, profile, all, mistakes));
        this.profiles = all;
    }

    /** The names that {@code @CacheLife} and {@code cacheLife} can use, built-in ones first. */
    public Set<String> names() {
        return profiles.keySet();
    }

    /** @throws IllegalArgumentException if there is no such profile; the message names those there are */
    public Lifetime get(String name) {
        Lifetime lifetime = profiles.get(name);
        if (lifetime == null) {
            throw new IllegalArgumentException("There is no life profile [" + name + "]. " + remedy());
        }
        return lifetime;
    }

    /** What to do about an unknown profile. */
    public String remedy() {
        return "Use one of " + names() + ", or add it with quarkus.use-cache.life.\"name\".revalidate.";
    }

    private static void add(String name, Profile profile, Map<String, Lifetime> all,
            Consumer<String> mistakes) {
        if (profile == null) {
            return;
        }
        String property = "quarkus.use-cache.life.\"" + name + "\"";
        Durations inherited = Durations.of(all.getOrDefault(name, all.get(DEFAULT)));
        Durations durations = text(profile)
                .read((what, remedy) -> mistakes.accept(property + "." + what + ". " + remedy)).orElse(inherited);
        if (durations.contradictory()) {
            mistakes.accept(contradiction(property, durations));
            all.putIfAbsent(name, inherited.toLifetime());
        } else {
            all.put(name, durations.toLifetime());
        }
    }

    private static LifeText text(Profile profile) {
        return new LifeText(profile.stale().orElse(null), profile.revalidate().orElse(null), profile.expire().orElse(null));
    }

    private static String contradiction(String property, Durations durations) {
        return property + ".revalidate [" + durations.revalidate() + "] is longer than its expire [" + durations.expire()
                + "]. Shorten revalidate or lengthen expire.";
    }
}
