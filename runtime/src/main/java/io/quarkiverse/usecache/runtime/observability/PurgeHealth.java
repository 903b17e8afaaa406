package io.quarkiverse.usecache.runtime.observability;

import java.util.List;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;

import io.quarkiverse.usecache.runtime.config.UseCacheConfig;
import io.quarkiverse.usecache.runtime.purge.PurgeStatus;
import io.quarkiverse.usecache.runtime.purge.PurgeTarget;
import io.quarkiverse.usecache.runtime.purge.PurgeTargets;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.health.api.HealthRegistry;
import io.smallrye.health.api.HealthType;
import io.smallrye.health.registry.HealthRegistries;

/**
 * What waits to be purged, a check for each target that is configured, when the application starts. Calls go on whatever
 * becomes of it, so it is up while a target fails, too, unless it is configured otherwise.
 */
@Singleton
public class PurgeHealth {

    private static final String ID = "use-cache-purge-";

    private final List<PurgeTarget> targets;
    private final UseCacheConfig config;

    @Inject
    PurgeHealth(PurgeTargets targets, UseCacheConfig config) {
        this.targets = targets.all();
        this.config = config;
    }

    void start(@Observes StartupEvent event) {
        targets.forEach(target -> registry().register(ID + target.name(), () -> check(target)));
    }

    private static HealthRegistry registry() {
        return HealthRegistries.getRegistry(HealthType.READINESS);
    }

    private HealthCheckResponse check(PurgeTarget target) {
        PurgeStatus status = target.status();
        boolean required = config.http().purge().get(target.name()).required();
        HealthCheckResponseBuilder response = HealthCheckResponse.named("Purging at " + target.name())
                .status(!required || !status.isFailing())
                .withData("pending", status.everything() ? "everything" : String.valueOf(status.pending()))
                .withData("pending-for-millis", status.age().toMillis())
                .withData("failures", status.failures());
        return (status.isFailing() ? response.withData("last-failure", status.lastFailure()) : response).build();
    }

    @PreDestroy
    void remove() {
        targets.forEach(target -> registry().remove(ID + target.name()));
    }
}
