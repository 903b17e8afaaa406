package io.quarkiverse.usecache.deployment;

import java.util.Optional;

import io.quarkiverse.usecache.runtime.config.UseCacheBuildTimeConfig;
import io.quarkus.arc.deployment.AdditionalBeanBuildItem;
import io.quarkus.deployment.Capabilities;
import io.quarkus.deployment.Capability;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.metrics.MetricsCapabilityBuildItem;
import io.quarkus.runtime.metrics.MetricsFactory;

/** Shows operators what the cache does, through the extensions that an application may have or not. */
class ObservabilityProcessor {

    private static final String METERS = "io.quarkiverse.usecache.runtime.observability.meter.";

    private static final String SPANS = "io.quarkiverse.usecache.runtime.observability.trace.";

    @BuildStep
    void giveMeters(UseCacheBuildTimeConfig config, Optional<MetricsCapabilityBuildItem> metrics,
            Capabilities capabilities, BuildProducer<AdditionalBeanBuildItem> beans) {
        if (config.metrics().enabled() && metrics.isPresent()
                && metrics.get().metricsSupported(MetricsFactory.MICROMETER)) {
            beans.produce(AdditionalBeanBuildItem.builder().setUnremovable()
                    .addBeanClasses(METERS + "OwnMeters", METERS + "CacheMetersListener", METERS + "RevalidationMeters",
                            METERS + "PurgeMeters")
                    .build());
            if (SharedStoreProcessor.isShared(config, capabilities)) {
                beans.produce(AdditionalBeanBuildItem.builder().setUnremovable().addBeanClass(METERS + "StoreMeters").build());
            }
        }
    }

    /** The checks come with the configuration of the application when it starts. */
    @BuildStep
    void tellHealthOfPurging(Capabilities capabilities, BuildProducer<AdditionalBeanBuildItem> beans) {
        if (capabilities.isPresent(Capability.SMALLRYE_HEALTH)) {
            beans.produce(AdditionalBeanBuildItem.builder().setUnremovable()
                    .addBeanClass("io.quarkiverse.usecache.runtime.observability.PurgeHealth").build());
        }
    }

    @BuildStep
    void giveSpans(UseCacheBuildTimeConfig config, Capabilities capabilities, BuildProducer<AdditionalBeanBuildItem> beans) {
        if (config.tracing().enabled() && capabilities.isPresent(Capability.OPENTELEMETRY_TRACER)) {
            beans.produce(AdditionalBeanBuildItem.builder().setUnremovable()
                    .addBeanClasses(SPANS + "Tracing", SPANS + "TracedSources", SPANS + "TracedRevalidations").build());
            if (config.tracing().hits()) {
                beans.produce(AdditionalBeanBuildItem.builder().setUnremovable().addBeanClass(SPANS + "TracedHits").build());
            }
        }
    }
}
