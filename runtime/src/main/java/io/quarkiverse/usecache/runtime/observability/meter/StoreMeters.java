package io.quarkiverse.usecache.runtime.observability.meter;

import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.TimeGauge;
import io.quarkiverse.usecache.runtime.shared.NodeStatus;
import io.quarkiverse.usecache.runtime.shared.NodeStatus.State;
import io.quarkiverse.usecache.runtime.shared.SharedNode;
import io.quarkus.runtime.StartupEvent;

/** The meters of a node that shares a store, read from what its health and Dev UI read. */
@Singleton
public class StoreMeters {

    void start(@Observes StartupEvent event, OwnMeters meters, SharedNode node) {
        gauge(meters, node, "running", "1 while this node is sure to know of all revalidations, else 0",
                status -> status.state() == State.RUNNING ? 1 : 0);
        gauge(meters, node, "lag", "Revalidations that the store had when it last answered and that are not applied here",
                NodeStatus::lag);
        gauge(meters, node, "pending", "Revalidations of this node that the store has not acknowledged",
                NodeStatus::pending);
        meters.register(TimeGauge
                .builder("use.cache.store.lease.age", node, TimeUnit.NANOSECONDS, each -> each.status().leaseAge().toNanos())
                .description("How long ago this node was sure for the last time that it knew all revalidations")::register);
        meters.register(FunctionCounter.builder("use.cache.store.resyncs", node, each -> each.status().resyncs())
                .description("How often this node has begun anew, its start included")::register);
    }

    private static void gauge(OwnMeters meters, SharedNode node, String name, String description,
            ToDoubleFunction<NodeStatus> value) {
        meters.register(Gauge.builder("use.cache.store." + name, node, each -> value.applyAsDouble(each.status()))
                .description(description)::register);
    }
}
