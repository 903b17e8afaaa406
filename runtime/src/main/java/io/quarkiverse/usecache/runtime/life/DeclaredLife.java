package io.quarkiverse.usecache.runtime.life;

import java.util.List;
import java.util.function.Function;

import io.quarkiverse.usecache.Lifetime;
import io.quarkiverse.usecache.runtime.life.LifeText.Durations;

/**
 * What the annotations of a method and its classes say of its life, before the configuration completes it: that is known when
 * the application starts.
 *
 * @param layers the method's own first
 */
public record DeclaredLife(List<Layer> layers) {

    private static final Durations NOTHING = new Durations(null, null, null);

    /**
     * One annotation.
     *
     * @param profile the profile's name, or {@code null}
     * @param own the durations, which go before those of the profile; {@code null} where there is none
     */
    public record Layer(String profile, Durations own) {

        Durations read(Function<String, Lifetime> profiles) {
            return profile == null ? own : own.orElse(Durations.of(profiles.apply(profile)));
        }
    }

    /**
     * The complete life.
     *
     * @param profiles finds life profiles by name
     * @param ofCache the life of the cache's methods that declare none
     * @throws IllegalArgumentException if the two together contradict each other
     */
    public LifeRule complete(Function<String, Lifetime> profiles, Lifetime ofCache) {
        Durations given = layers.stream().map(layer -> layer.read(profiles)).reduce(NOTHING, Durations::orElse);
        Durations complete = given.orElse(Durations.of(ofCache));
        if (complete.contradictory()) {
            throw new IllegalArgumentException("has a revalidate [" + complete.revalidate() + "] longer than the expire ["
                    + complete.expire() + "]");
        }
        return new LifeRule(complete.toLifetime(), given.stale() != null, given.revalidate() != null, given.expire() != null,
                this);
    }
}
