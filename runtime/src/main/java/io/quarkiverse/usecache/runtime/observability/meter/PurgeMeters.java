package io.quarkiverse.usecache.runtime.observability.meter;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.Timer;
import io.quarkiverse.usecache.runtime.purge.PurgeCounts;
import io.quarkiverse.usecache.runtime.purge.PurgeListener;
import io.quarkiverse.usecache.runtime.purge.PurgeStatus;
import io.quarkiverse.usecache.runtime.purge.PurgeTarget;
import io.quarkiverse.usecache.runtime.purge.PurgeTargets;
import io.quarkus.runtime.StartupEvent;

/** The meters of caches outside that are told of revalidations, read from what health reads. */
@Singleton
public class PurgeMeters implements PurgeListener {

    private final Map<String, Timer> lags = new ConcurrentHashMap<>();

    void start(@Observes StartupEvent event, OwnMeters meters, PurgeTargets targets) {
        targets.all().forEach(target -> {
            Tags tags = Tags.of("target", target.name());
            lags.put(target.name(), meters.register(Timer.builder("use.cache.purge.lag").tags(tags)
                    .description("From a revalidation until it was purged")::register));
            register(meters, target, tags);
            count(meters, target.counts(), tags);
        });
    }

    @Override
    public void purged(String target, long lag) {
        Timer timer = lags.get(target);
        if (timer != null) {
            timer.record(lag, TimeUnit.NANOSECONDS);
        }
    }

    private static void register(OwnMeters meters, PurgeTarget target, Tags tags) {
        meters.register(Gauge.builder("use.cache.purge.pending", target, PurgeMeters::pending).tags(tags)
                .description("Tags that wait to be purged; one if everything is")::register);
        meters.register(TimeGauge
                .builder("use.cache.purge.pending.age", target, TimeUnit.NANOSECONDS,
                        each -> each.status().age().toNanos())
                .tags(tags).description("For how long the oldest of them has waited")::register);
    }

    private static int pending(PurgeTarget target) {
        PurgeStatus status = target.status();
        return status.pending() + (status.everything() ? 1 : 0);
    }

    private static void count(OwnMeters meters, PurgeCounts counts, Tags tags) {
        meters.register(FunctionCounter.builder("use.cache.purge.requests", counts, PurgeCounts::succeeded)
                .tags(tags.and("outcome", "success")).description("Requests to purge")::register);
        meters.register(FunctionCounter.builder("use.cache.purge.requests", counts, PurgeCounts::failures)
                .tags(tags.and("outcome", "failure")).description("Requests to purge")::register);
        meters.register(FunctionCounter.builder("use.cache.purge.tags", counts, PurgeCounts::tags).tags(tags)
                .description("Tags that were purged")::register);
        meters.register(FunctionCounter.builder("use.cache.purge.everything", counts, PurgeCounts::everything).tags(tags)
                .description("How often everything was purged")::register);
    }
}
