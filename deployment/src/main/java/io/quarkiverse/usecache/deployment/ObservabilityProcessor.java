package io.quarkiverse.usecache.deployment;

import java.util.Optional;

import io.quarkiverse.usecache.runtime.config.UseCacheBuildTimeConfig;
import io.quarkus.arc.deployment.AdditionalBeanBuildItem;
import io.quarkus.deployment.Capabilities;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.metrics.MetricsCapabilityBuildItem;
import io.quarkus.runtime.metrics.MetricsFactory;

/** Shows operators what the cache does, through the extensions that an application may have or not. */
class ObservabilityProcessor {

    private static final String METERS = "io.quarkiverse.usecache.runtime.observability.meter.";

    @BuildStep
    void giveMeters(UseCacheBuildTimeConfig config, Optional<MetricsCapabilityBuildItem> metrics,
            Capabilities capabilities, BuildProducer<AdditionalBeanBuildItem> beans) {
        if (config.metrics().enabled() && metrics.isPresent()
                && metrics.get().metricsSupported(MetricsFactory.MICROMETER)) {
            beans.produce(AdditionalBeanBuildItem.builder().setUnremovable()
                    .addBeanClasses(METERS + "CacheMetersListener", METERS + "RevalidationMeters").build());
            if (SharedStoreProcessor.isShared(config, capabilities)) {
                beans.produce(AdditionalBeanBuildItem.builder().setUnremovable().addBeanClass(METERS + "StoreMeters").build());
            }
        }
    }
}
