package io.quarkiverse.usecache.runtime.life;

import io.quarkiverse.usecache.Lifetime;

/**
 * A method's life: complete durations, and which of them the class or method gave explicitly. A nested call shortens only
 * those that are not explicit.
 *
 * @param declared what it was completed from, or {@code null} if it is complete as it is
 */
public record LifeRule(Lifetime lifetime, boolean staleGiven, boolean revalidateGiven, boolean expireGiven,
        DeclaredLife declared) {
}
