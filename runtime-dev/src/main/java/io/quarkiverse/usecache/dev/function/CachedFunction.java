package io.quarkiverse.usecache.dev.function;

import java.util.List;

/**
 * A cached method, as Dev UI shows it, with what has become of its calls since the application started.
 *
 * @param function its declaration, which names it to the other methods
 * @param method the same in short, such as {@code Bookings#byType(String)}
 * @param declaringClass the class that declares it
 * @param bean the class whose calls are cached
 * @param returnType the declared generic type
 * @param tags the templates of its tags, as they are written
 * @param store where its entries are
 * @param entries how many it has now
 * @param hits calls that were given a fresh value
 * @param staleHits calls that were given a stale value
 * @param misses calls that did not find a value on this node
 * @param joined calls that were given what another had loaded meanwhile
 * @param sharedHits values that came from the shared store, so that the method did not run
 * @param loads loads that have ended, those of refreshes too
 * @param failures loads that have failed
 * @param hitRatio the part of all calls that did not wait for a load, or {@code null} before the first
 * @param medianMillis how long half of the loads took at most, or {@code null} before the first
 * @param p99Millis how long 99 of 100 loads took at most
 */
public record CachedFunction(String function, String method, String declaringClass, String bean, String returnType,
        String cache, String visibility, List<String> tags, FunctionLife life, String store, long entries, long hits,
        long staleHits, long misses, long joined, long sharedHits, long loads, long failures, Double hitRatio,
        Double medianMillis, Double p99Millis) {
}
