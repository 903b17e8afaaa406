package io.quarkiverse.usecache.runtime.observability.meter;

import java.util.function.ToLongFunction;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Tags;
import io.quarkiverse.usecache.runtime.method.CachedMethods;
import io.quarkiverse.usecache.runtime.method.CallStatistics;

/** What became of the calls of one cache: it is counted anyway, and read when somebody asks, so that a hit costs no more. */
record CallMeters(OwnMeters meters, CachedMethods methods, String cache) {

    void register() {
        result("hit", CallStatistics::hits);
        result("stale", CallStatistics::staleHits);
        result("miss", CallStatistics::misses);
        counter("use.cache.joined", "Calls that were given what another had loaded meanwhile", Tags.empty(),
                CallStatistics::joined);
    }

    /** For a cache in a shared store. */
    void registerLevels() {
        level("near", calls -> calls.hits() + calls.staleHits());
        level("shared", CallStatistics::sharedHits);
        level("method", CallStatistics::loads);
    }

    private void result(String result, ToLongFunction<CallStatistics> count) {
        counter("cache.gets", "Calls, by what they found on this node", Tags.of("result", result), count);
    }

    private void level(String level, ToLongFunction<CallStatistics> count) {
        counter("use.cache.levels", "Where values came from: the memory of this node, the shared store, the method",
                Tags.of("level", level), count);
    }

    private void counter(String name, String description, Tags tags, ToLongFunction<CallStatistics> count) {
        meters.register(FunctionCounter.builder(name, methods, all -> all.sum(cache, count)).description(description)
                .tags(tags.and("cache", cache))::register);
    }
}
