package io.quarkiverse.usecache.dev.function;

import java.util.Collection;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import io.quarkiverse.usecache.runtime.method.CachedMethod;
import io.quarkiverse.usecache.runtime.method.CachedMethodDescriptor;
import io.quarkiverse.usecache.runtime.method.CallStatistics;
import io.quarkiverse.usecache.runtime.method.MethodId;
import io.quarkiverse.usecache.runtime.method.SharedMethods;
import io.quarkiverse.usecache.runtime.template.TagTemplate;
import io.quarkiverse.usecache.runtime.view.LiveEntries;

/** Joins what the build knows of each method with what has become of its calls. */
@Singleton
public class FunctionRows {

    private final FunctionNames names;
    private final LoadTimes times;
    private final LiveEntries live;
    private final Instance<SharedMethods> shared;

    @Inject
    FunctionRows(FunctionNames names, LoadTimes times, LiveEntries live, Instance<SharedMethods> shared) {
        this.names = names;
        this.times = times;
        this.live = live;
        this.shared = shared;
    }

    public List<CachedFunction> all() {
        Map<CachedMethod, Long> entries = live.countByMethod();
        return names.ordered().stream().map(method -> row(method, entries.getOrDefault(method, 0L))).toList();
    }

    private CachedFunction row(CachedMethod method, long entries) {
        CachedMethodDescriptor found = method.descriptor();
        MethodId id = found.id();
        CallStatistics calls = method.statistics();
        return new CachedFunction(names.of(method).id(), names.of(method).brief(), id.declaringClass(), id.receiver(),
                found.returnType(), found.cache(), found.perPrincipal() ? "private" : "shared",
                found.tags().stream().map(TagTemplate::text).toList(), FunctionLife.of(method.lifeRule().lifetime()),
                storeOf(found.cache()),
                entries, calls.hits(), calls.staleHits(), calls.misses(), calls.joined(), calls.sharedHits(), calls.loads(),
                calls.failures(),
                hitRatio(List.of(calls)), times.millis(method, 50), times.millis(method, 99));
    }

    private String storeOf(String cache) {
        return shared.isResolvable() && shared.get().shares(cache) ? SharedMethods.REDIS : "embedded";
    }

    /** The part of all calls that did not wait for a load, or {@code null} before the first call. */
    public Double hitRatio() {
        return hitRatio(names.ordered().stream().map(CachedMethod::statistics).toList());
    }

    private static Double hitRatio(Collection<CallStatistics> all) {
        long served = all.stream().mapToLong(calls -> calls.hits() + calls.staleHits()).sum();
        long waited = all.stream().mapToLong(calls -> calls.misses() + calls.joined()).sum();
        return served + waited == 0 ? null : (double) served / (served + waited);
    }
}
