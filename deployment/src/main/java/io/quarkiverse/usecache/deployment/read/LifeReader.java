package io.quarkiverse.usecache.deployment.read;

import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationValue;

import io.quarkiverse.usecache.deployment.check.Mistakes;
import io.quarkiverse.usecache.deployment.jandex.MethodSite;
import io.quarkiverse.usecache.deployment.jandex.Names;
import io.quarkiverse.usecache.deployment.jandex.Place;
import io.quarkiverse.usecache.runtime.life.LifeProfiles;
import io.quarkiverse.usecache.runtime.life.LifeRule;
import io.quarkiverse.usecache.runtime.life.LifeText;
import io.quarkiverse.usecache.runtime.life.LifeText.Durations;

/** Resolves a method's life: its own annotation, those of its classes, the cache's configured profile, the default. */
public final class LifeReader {

    private static final Durations NOTHING = new Durations(null, null, null);

    private final LifeProfiles profiles;
    private final Function<String, Optional<String>> configured;
    private final Mistakes mistakes;

    /** @param configured the profile that the configuration gives to a cache */
    public LifeReader(LifeProfiles profiles, Function<String, Optional<String>> configured, Mistakes mistakes) {
        this.profiles = profiles;
        this.configured = configured;
        this.mistakes = mistakes;
    }

    LifeRule read(MethodSite site, String cache) {
        Durations given = annotations(site).map(this::durations).reduce(NOTHING, Durations::orElse);
        Durations complete = given.orElse(ofCache(cache));
        if (complete.contradictory()) {
            mistakes.error("@CacheLife has a revalidate [" + complete.revalidate() + "] longer than the expire ["
                    + complete.expire() + "]", site.place(),
                    "Shorten revalidate or lengthen expire; the one that is not given is inherited.");
            return null;
        }
        return new LifeRule(complete.toLifetime(), given.stale() != null, given.revalidate() != null, given.expire() != null);
    }

    private static Stream<AnnotationInstance> annotations(MethodSite site) {
        return Stream.concat(Stream.ofNullable(site.onMethod(Names.CACHE_LIFE)), site.onClasses(Names.CACHE_LIFE).stream());
    }

    private Durations durations(AnnotationInstance annotation) {
        String place = Place.of(annotation.target());
        if (annotation.values().isEmpty()) {
            mistakes.warn("@CacheLife without a value has no effect", place, "Name a profile, give durations, or remove it.");
        }
        LifeText text = new LifeText(text(annotation, "stale"), text(annotation, "revalidate"), text(annotation, "expire"));
        Durations own = text.read((what, remedy) -> mistakes.error("@CacheLife " + what, place, remedy));
        return own.orElse(profile(text(annotation, "value"), place));
    }

    private static String text(AnnotationInstance annotation, String field) {
        AnnotationValue value = annotation.value(field);
        return value == null ? "" : value.asString();
    }

    private Durations profile(String name, String place) {
        if (name.isEmpty()) {
            return NOTHING;
        }
        if (!profiles.names().contains(name)) {
            mistakes.error("@CacheLife names the unknown profile [" + name + "]", place, profiles.remedy());
            return NOTHING;
        }
        return Durations.of(profiles.get(name));
    }

    private Durations ofCache(String cache) {
        String name = configured.apply(cache).filter(profiles.names()::contains).orElse(LifeProfiles.DEFAULT);
        return Durations.of(profiles.get(name));
    }
}
