package io.quarkiverse.usecache.runtime.life;

import java.time.Duration;
import java.util.function.BiConsumer;

import io.quarkiverse.usecache.Lifetime;

/**
 * A life as annotations and configuration write it: three durations as text, each {@code null} or empty when it is not given.
 */
public record LifeText(String stale, String revalidate, String expire) {

    /**
     * Reads the durations. One that cannot be read counts as not given, and {@code mistakes} is told what is wrong, starting
     * with the duration's name, and what to do.
     */
    public Durations read(BiConsumer<String, String> mistakes) {
        return new Durations(read("stale", stale, DurationText.LIMITED, mistakes),
                read("revalidate", revalidate, DurationText.LIMITED, mistakes),
                read("expire", expire, DurationText.UNLIMITED, mistakes));
    }

    private static Duration read(String name, String text, DurationText form, BiConsumer<String, String> mistakes) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        try {
            return form.parse(text);
        } catch (IllegalArgumentException e) {
            mistakes.accept(name + " " + e.getMessage(), form.validForms());
            return null;
        }
    }

    /** Durations that may contradict each other until those not given are inherited. */
    public record Durations(Duration stale, Duration revalidate, Duration expire) {

        public static Durations of(Lifetime lifetime) {
            return new Durations(lifetime.stale(), lifetime.revalidate(), lifetime.expire());
        }

        /** These durations, and the others where one is not given; an inherited revalidate yields to a shorter expire. */
        public Durations orElse(Durations others) {
            return new Durations(stale != null ? stale : others.stale,
                    revalidate != null ? revalidate : others.yielding(expire),
                    expire != null ? expire : others.expire);
        }

        private Duration yielding(Duration shorter) {
            return shorter == null || revalidate == null || revalidate.compareTo(shorter) <= 0 ? revalidate : shorter;
        }

        public boolean contradictory() {
            return revalidate != null && expire != null && revalidate.compareTo(expire) > 0;
        }

        public Lifetime toLifetime() {
            return new Lifetime(stale, revalidate, expire);
        }
    }
}
