package io.quarkiverse.usecache.test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

import jakarta.inject.Singleton;

import io.quarkiverse.usecache.runtime.load.InFlight;
import io.quarkiverse.usecache.runtime.load.Load;
import io.quarkiverse.usecache.runtime.method.CachedMethods;
import io.quarkiverse.usecache.runtime.method.MethodId;
import io.quarkiverse.usecache.runtime.view.LiveEntries;
import io.quarkiverse.usecache.runtime.view.LiveEntry;
import io.quarkus.arc.Unremovable;

/** The cache itself, as probes ask it. */
@Singleton
@Unremovable
class ProbedCache {

    private final CachedMethods methods;
    private final LiveEntries entries;
    private final InFlight inFlight;

    ProbedCache(CachedMethods methods, LiveEntries entries, InFlight inFlight) {
        this.methods = methods;
        this.entries = entries;
        this.inFlight = inFlight;
    }

    void requireOne(MethodChoice choice) {
        List<MethodId> all = methods.all().stream().map(method -> method.descriptor().id()).toList();
        if (all.stream().noneMatch(choice)) {
            List<MethodId> known = all.stream().filter(choice::isOfBean).toList();
            throw new IllegalArgumentException("There is no such cached method: " + choice + ". Cached there are " + known
                    + ". Name one of them, by the class of the bean or the class that declares it.");
        }
    }

    List<CachedEntry> entries(Predicate<MethodId> chosen) {
        return entries.all().filter(entry -> chosen.test(entry.callKey().method())).map(ProbedCache::entry).toList();
    }

    private static CachedEntry entry(LiveEntry entry) {
        return new CachedEntry(entry.key(), entry.tags(), CachedEntry.State.valueOf(entry.state().name()), entry.value());
    }

    void awaitLoads(Predicate<MethodId> chosen, Duration longest) {
        long deadline = System.nanoTime() + longest.toNanos();
        List<Load> running = new ArrayList<>();
        inFlight.all().forEach(running::add);
        for (Load load : running) {
            if (chosen.test(load.key().method())) {
                await(load, Math.max(0, deadline - System.nanoTime()), longest);
            }
        }
    }

    private static void await(Load load, long nanos, Duration longest) {
        try {
            if (load.await(nanos) == null) {
                throw new AssertionError("A load has not ended after [" + longest.toSeconds() + "] s: " + load.method()
                        + load.key() + ". Let the method return before you wait for it.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted while waiting for a load of " + load.method() + load.key(), e);
        }
    }
}
