package io.quarkiverse.usecache.dev.live;

import java.util.Collection;

import io.quarkiverse.usecache.runtime.method.CachedMethod;
import io.quarkiverse.usecache.runtime.method.CallStatistics;

/**
 * How much has happened, whether it is shown or not.
 *
 * @param sharedHits values that came from the shared store; {@code null} if there is none
 */
public record LiveCounts(long hits, long staleHits, long misses, long joined, Long sharedHits, long loads, long failures,
        long revalidations) {

    static LiveCounts of(Collection<CachedMethod> methods, long revalidations, boolean shared) {
        long[] sums = new long[7];
        for (CachedMethod method : methods) {
            CallStatistics calls = method.statistics();
            sums[0] += calls.hits();
            sums[1] += calls.staleHits();
            sums[2] += calls.misses();
            sums[3] += calls.joined();
            sums[4] += calls.loads();
            sums[5] += calls.failures();
            sums[6] += calls.sharedHits();
        }
        return new LiveCounts(sums[0], sums[1], sums[2], sums[3], shared ? sums[6] : null, sums[4], sums[5], revalidations);
    }

    LiveCounts since(LiveCounts earlier) {
        return new LiveCounts(hits - earlier.hits, staleHits - earlier.staleHits, misses - earlier.misses,
                joined - earlier.joined, sharedHits == null ? null : sharedHits - earlier.sharedHits, loads - earlier.loads,
                failures - earlier.failures,
                revalidations - earlier.revalidations);
    }
}
