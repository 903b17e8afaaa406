package io.quarkiverse.usecache.runtime.purge;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import com.github.benmanes.caffeine.cache.Ticker;

import io.quarkiverse.usecache.RevalidationMode;
import io.quarkiverse.usecache.runtime.config.PurgeConfig;
import io.quarkiverse.usecache.runtime.config.UseCacheConfig;
import io.quarkiverse.usecache.spi.EdgePurger;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;

/** The caches outside that are told of what this node revalidates. Other nodes tell of theirs. */
@Singleton
public class PurgeTargets {

    private final List<Purging> purgings;
    private final Predicate<String> leaves;
    private final long longestTimeout;

    @Inject
    PurgeTargets(UseCacheConfig config, RepeatSettings repeats, Purgers purgers, Instance<Vertx> vertx, Ticker ticker,
            @All List<PurgeListener> listeners) {
        Map<String, PurgeConfig> targets = config.http().purge();
        this.leaves = config.http().tags().map(Pattern::asMatchPredicate).orElse(tag -> true);
        this.longestTimeout = targets.values().stream().mapToLong(one -> one.timeout().toMillis()).max().orElse(0);
        this.purgings = targets.entrySet().stream().map(one -> {
            TargetSettings settings = TargetSettings.of(one.getKey(), one.getValue());
            Lane lane = new Lane(vertx.get());
            EdgePurger purger = purgers.of(one.getKey(), one.getValue());
            PurgeTarget target = new PurgeTarget(settings, purger, lane, ticker, listeners);
            return new Purging(target, one.getValue().onClear(), repeats.of(one.getValue(), target, lane, settings));
        }).toList();
    }

    public boolean areAny() {
        return !purgings.isEmpty();
    }

    public List<PurgeTarget> all() {
        return purgings.stream().map(Purging::target).toList();
    }

    void revalidated(RevalidationMode mode, Collection<String> tags, long sequence) {
        List<String> leaving = tags.stream().filter(leaves).toList();
        if (!leaving.isEmpty()) {
            purgings.forEach(each -> each.revalidated(mode, leaving, sequence));
        }
    }

    void cleared() {
        purgings.forEach(Purging::cleared);
    }

    /** A mistake in the configuration does not wait for the first revalidation. */
    void start(@Observes StartupEvent event) {
    }

    /** What waits is given as much time as one request may take. */
    void stop(@Observes ShutdownEvent event) {
        purgings.stream().map(Purging::repeats).flatMap(each -> Optional.ofNullable(each).stream()).forEach(Repeats::end);
        CompletableFuture<?>[] ends = all().stream().map(target -> target.drain().toCompletableFuture())
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(ends).completeOnTimeout(null, longestTimeout, TimeUnit.MILLISECONDS).join();
        all().forEach(PurgeTarget::end);
    }
}
