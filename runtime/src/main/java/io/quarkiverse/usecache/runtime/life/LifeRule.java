package io.quarkiverse.usecache.runtime.life;

import io.quarkiverse.usecache.Lifetime;

/**
 * A method's life as the build resolved it: complete durations, and which of them the class or method gave explicitly. A
 * nested call shortens only those that are not explicit.
 */
public record LifeRule(Lifetime lifetime, boolean staleGiven, boolean revalidateGiven, boolean expireGiven) {
}
