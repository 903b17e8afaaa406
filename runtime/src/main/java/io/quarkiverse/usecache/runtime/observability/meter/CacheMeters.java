package io.quarkiverse.usecache.runtime.observability.meter;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.quarkiverse.usecache.runtime.event.LoadEnded;
import io.quarkiverse.usecache.runtime.event.Removal;
import io.quarkiverse.usecache.runtime.store.EntryStore;

/** The meters of the loads of one cache, of what they bring into it, and of what leaves it. */
final class CacheMeters {

    private static final String SUCCESS = "success";
    private static final String FAILURE = "failure";
    private static final String SHARED = "shared";

    private final OwnMeters meters;
    private final Tags cache;
    private final Counter puts;
    private final Map<Removal, Counter> evictions = new EnumMap<>(Removal.class);
    private final Map<String, Timer> loads = new ConcurrentHashMap<>();
    private final Map<String, Counter> refreshes = new ConcurrentHashMap<>();

    CacheMeters(OwnMeters meters, EntryStore store) {
        this.meters = meters;
        this.cache = Tags.of("cache", store.name());
        this.puts = meters
                .register(Counter.builder("cache.puts").description("Values that went into the cache").tags(cache)::register);
        meters.register(Gauge.builder("cache.size", store, EntryStore::size).tags(cache)
                .description("Entries that are there, those included that no call will be given")::register);
        for (Removal cause : Removal.values()) {
            evictions.put(cause,
                    meters.register(Counter.builder("cache.evictions").description("Entries that have left the cache")
                            .tags(cache.and("cause", Names.of(cause)))::register));
        }
        for (String outcome : new String[] { SUCCESS, FAILURE }) {
            load(outcome);
            refresh(outcome);
        }
    }

    private Timer load(String outcome) {
        return loads.computeIfAbsent(outcome,
                one -> meters.register(Timer.builder("use.cache.load").tags(cache.and("outcome", one))
                        .description("How long loads took, those of refreshes too")::register));
    }

    private Counter refresh(String outcome) {
        return refreshes.computeIfAbsent(outcome, one -> meters.register(Counter.builder("use.cache.refreshes")
                .tags(cache.and("outcome", one)).description("Refreshes behind stale values")::register));
    }

    void loaded(LoadEnded ended) {
        String outcome = ended.failure() != null ? FAILURE : ended.fromElsewhere() ? SHARED : SUCCESS;
        load(outcome).record(ended.nanos(), TimeUnit.NANOSECONDS);
        if (ended.refresh()) {
            refresh(outcome).increment();
        }
    }

    void stored() {
        puts.increment();
    }

    void removed(Removal cause) {
        evictions.get(cause).increment();
    }
}
