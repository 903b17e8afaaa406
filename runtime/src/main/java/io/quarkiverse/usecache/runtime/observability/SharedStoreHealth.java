package io.quarkiverse.usecache.runtime.observability;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

import io.quarkiverse.usecache.runtime.config.UseCacheRedisConfig;
import io.quarkiverse.usecache.runtime.method.SharedMethods;
import io.quarkiverse.usecache.runtime.shared.NodeStatus;
import io.quarkiverse.usecache.runtime.shared.NodeStatus.State;
import io.quarkiverse.usecache.runtime.shared.SharedNode;
import io.quarkiverse.usecache.spi.SharedStore;
import io.smallrye.common.annotation.Identifier;

/**
 * How this node takes part in the shared store. Calls go on without the store, so it is up without it too, unless it is
 * configured otherwise.
 */
@Readiness
@Singleton
public class SharedStoreHealth implements HealthCheck {

    private final SharedNode node;
    private final SharedStore store;
    private final boolean required;

    @Inject
    SharedStoreHealth(SharedNode node, @Identifier(SharedMethods.REDIS) SharedStore store, UseCacheRedisConfig config) {
        this.node = node;
        this.store = store;
        this.required = config.health().required();
    }

    @Override
    public HealthCheckResponse call() {
        NodeStatus status = node.status();
        HealthCheckResponseBuilder response = HealthCheckResponse.named("Shared store of the cache")
                .status(!required || status.state() == State.RUNNING)
                .withData("store", status.state().text())
                .withData("generation", status.position().generation())
                .withData("applied", status.position().sequence())
                .withData("lease-age-millis", status.leaseAge().toMillis())
                .withData("lag", status.lag())
                .withData("pending", status.pending());
        store.details().forEach(response::withData);
        return response.build();
    }
}
