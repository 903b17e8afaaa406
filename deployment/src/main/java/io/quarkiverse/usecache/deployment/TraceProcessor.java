package io.quarkiverse.usecache.deployment;

import io.quarkiverse.usecache.dev.trace.CallTraces;
import io.quarkiverse.usecache.dev.trace.TraceFilter;
import io.quarkiverse.usecache.runtime.config.UseCacheBuildTimeConfig;
import io.quarkus.arc.deployment.AdditionalBeanBuildItem;
import io.quarkus.deployment.Capabilities;
import io.quarkus.deployment.Capability;
import io.quarkus.deployment.IsLocalDevelopment;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.annotations.BuildSteps;

/** Lets responses tell which cached calls were made for them, in dev mode. */
@BuildSteps(onlyIf = IsLocalDevelopment.class)
class TraceProcessor {

    @BuildStep
    void traceRequests(UseCacheBuildTimeConfig config, Capabilities capabilities,
            BuildProducer<AdditionalBeanBuildItem> beans) {
        if (config.dev().cacheStatus().enabled() && capabilities.isPresent(Capability.VERTX_HTTP)) {
            beans.produce(AdditionalBeanBuildItem.builder().setUnremovable()
                    .addBeanClasses(CallTraces.class, TraceFilter.class).build());
        }
    }
}
