package io.quarkiverse.usecache.runtime.observability.meter;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.quarkiverse.usecache.RevalidationMode;
import io.quarkiverse.usecache.TagsRevalidated.Origin;
import io.quarkiverse.usecache.runtime.event.RevalidationCounts;
import io.quarkiverse.usecache.runtime.tag.RevalidationClock;
import io.quarkus.runtime.StartupEvent;

/** The meters of tags and of what revalidates them. */
@Singleton
public class RevalidationMeters {

    void start(@Observes StartupEvent event, OwnMeters meters, RevalidationClock clock, RevalidationCounts counts) {
        meters.register(Gauge.builder("use.cache.tags", clock, RevalidationClock::knownTags)
                .description("Tags that entries carry, or have carried until a moment ago")::register);
        for (RevalidationMode mode : RevalidationMode.values()) {
            for (Origin origin : Origin.values()) {
                meters.register(FunctionCounter.builder("use.cache.revalidations", counts, all -> all.count(mode, origin))
                        .description("Revalidations of tags")
                        .tags("mode", Names.of(mode), "origin", Names.of(origin))::register);
            }
        }
    }
}
