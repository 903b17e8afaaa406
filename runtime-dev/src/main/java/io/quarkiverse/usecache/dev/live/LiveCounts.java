package io.quarkiverse.usecache.dev.live;

import java.util.Collection;

import io.quarkiverse.usecache.runtime.method.CachedMethod;
import io.quarkiverse.usecache.runtime.method.CallStatistics;

/** How much has happened, whether it is shown or not. */
public record LiveCounts(long hits, long staleHits, long misses, long joined, long loads, long failures,
        long revalidations) {

    static LiveCounts of(Collection<CachedMethod> methods, long revalidations) {
        long[] sums = new long[6];
        for (CachedMethod method : methods) {
            CallStatistics calls = method.statistics();
            sums[0] += calls.hits();
            sums[1] += calls.staleHits();
            sums[2] += calls.misses();
            sums[3] += calls.joined();
            sums[4] += calls.loads();
            sums[5] += calls.failures();
        }
        return new LiveCounts(sums[0], sums[1], sums[2], sums[3], sums[4], sums[5], revalidations);
    }

    LiveCounts since(LiveCounts earlier) {
        return new LiveCounts(hits - earlier.hits, staleHits - earlier.staleHits, misses - earlier.misses,
                joined - earlier.joined, loads - earlier.loads, failures - earlier.failures,
                revalidations - earlier.revalidations);
    }
}
