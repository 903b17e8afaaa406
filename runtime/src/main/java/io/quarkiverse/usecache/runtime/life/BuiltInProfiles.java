package io.quarkiverse.usecache.runtime.life;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

import io.quarkiverse.usecache.Lifetime;

/** The life profiles that need no configuration; the numbers are those of Next.js 16. */
final class BuiltInProfiles {

    private static final Duration STALE = Duration.ofMinutes(5);

    private BuiltInProfiles() {
    }

    static Map<String, Lifetime> all() {
        Map<String, Lifetime> profiles = new LinkedHashMap<>();
        profiles.put(LifeProfiles.DEFAULT, new Lifetime(STALE, Duration.ofMinutes(15), Lifetime.NEVER));
        profiles.put("seconds", new Lifetime(Duration.ofSeconds(30), Duration.ofSeconds(1), Duration.ofMinutes(1)));
        profiles.put("minutes", new Lifetime(STALE, Duration.ofMinutes(1), Duration.ofHours(1)));
        profiles.put("hours", new Lifetime(STALE, Duration.ofHours(1), Duration.ofDays(1)));
        profiles.put("days", new Lifetime(STALE, Duration.ofDays(1), Duration.ofDays(7)));
        profiles.put("weeks", new Lifetime(STALE, Duration.ofDays(7), Duration.ofDays(30)));
        profiles.put("max", new Lifetime(STALE, Duration.ofDays(30), Duration.ofDays(365)));
        return profiles;
    }
}
