package io.quarkiverse.usecache.deployment.read;

import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationValue;

import io.quarkiverse.usecache.Lifetime;
import io.quarkiverse.usecache.deployment.check.Mistakes;
import io.quarkiverse.usecache.deployment.jandex.MethodSite;
import io.quarkiverse.usecache.deployment.jandex.Names;
import io.quarkiverse.usecache.deployment.jandex.Place;
import io.quarkiverse.usecache.runtime.life.DeclaredLife;
import io.quarkiverse.usecache.runtime.life.DeclaredLife.Layer;
import io.quarkiverse.usecache.runtime.life.LifeProfiles;
import io.quarkiverse.usecache.runtime.life.LifeRule;
import io.quarkiverse.usecache.runtime.life.LifeText;
import io.quarkiverse.usecache.runtime.life.LifeText.Durations;

/** Resolves a method's life: its own annotation, those of its classes, the cache's configured profile, the default. */
public final class LifeReader {

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
        DeclaredLife declared = new DeclaredLife(annotations(site).map(this::layer).toList());
        try {
            return declared.complete(profiles::get, ofCache(cache));
        } catch (IllegalArgumentException e) {
            mistakes.error("@CacheLife " + e.getMessage(), site.place(),
                    "Shorten revalidate or lengthen expire; the one that is not given is inherited.");
            return null;
        }
    }

    private static Stream<AnnotationInstance> annotations(MethodSite site) {
        return Stream.concat(Stream.ofNullable(site.onMethod(Names.CACHE_LIFE)), site.onClasses(Names.CACHE_LIFE).stream());
    }

    private Layer layer(AnnotationInstance annotation) {
        String place = Place.of(annotation.target());
        if (annotation.values().isEmpty()) {
            mistakes.warn("@CacheLife without a value has no effect", place, "Name a profile, give durations, or remove it.");
        }
        LifeText text = new LifeText(text(annotation, "stale"), text(annotation, "revalidate"), text(annotation, "expire"));
        Durations own = text.read((what, remedy) -> mistakes.error("@CacheLife " + what, place, remedy));
        return new Layer(profile(text(annotation, "value"), place), own);
    }

    private static String text(AnnotationInstance annotation, String field) {
        AnnotationValue value = annotation.value(field);
        return value == null ? "" : value.asString();
    }

    /** The name of a profile that there is, or {@code null}. */
    private String profile(String name, String place) {
        if (!name.isEmpty() && !profiles.names().contains(name)) {
            mistakes.error("@CacheLife names the unknown profile [" + name + "]", place, profiles.remedy());
        }
        return profiles.names().contains(name) ? name : null;
    }

    private Lifetime ofCache(String cache) {
        return profiles.get(configured.apply(cache).filter(profiles.names()::contains).orElse(LifeProfiles.DEFAULT));
    }
}
