package io.quarkiverse.usecache.runtime.purge;

import java.time.Duration;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import io.quarkiverse.usecache.runtime.config.PurgeConfig;
import io.quarkiverse.usecache.runtime.config.UseCacheRedisConfig;
import io.quarkiverse.usecache.runtime.shared.SharedNode;

/** When targets are asked a second time: with other nodes, when none of them serves what was revalidated any more. */
@Singleton
public class RepeatSettings {

    private final UseCacheRedisConfig redis;
    private final Instance<SharedNode> node;

    @Inject
    RepeatSettings(UseCacheRedisConfig redis, Instance<SharedNode> node) {
        this.redis = redis;
        this.node = node;
    }

    /** {@code null} for never. */
    Repeats of(PurgeConfig config, PurgeTarget target, Lane lane, TargetSettings settings) {
        Duration after = config.repeatAfter().orElseGet(() -> node.isResolvable() ? redis.lease() : Duration.ZERO);
        return after.toMillis() < 1 ? null
                : new Repeats(target, lane, after, settings.maximumPending(), this::othersKnow);
    }

    private boolean othersKnow() {
        return !node.isResolvable() || node.get().status().pending() == 0;
    }
}
