package io.quarkiverse.usecache.deployment;

import io.quarkiverse.usecache.UseCache;
import io.quarkiverse.usecache.dev.identity.IdentityReads;
import io.quarkiverse.usecache.dev.identity.IdentityWatch;
import io.quarkiverse.usecache.dev.mutation.MutationWatch;
import io.quarkiverse.usecache.dev.reload.HardReload;
import io.quarkiverse.usecache.dev.thread.LostCalls;
import io.quarkiverse.usecache.dev.trace.CallTraces;
import io.quarkiverse.usecache.dev.trace.TraceFilter;
import io.quarkiverse.usecache.runtime.config.UseCacheBuildTimeConfig;
import io.quarkus.arc.deployment.AdditionalBeanBuildItem;
import io.quarkus.deployment.Capabilities;
import io.quarkus.deployment.Capability;
import io.quarkus.deployment.IsDevelopment;
import io.quarkus.deployment.IsLocalDevelopment;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.dev.DisableInstrumentationForClassPredicateBuildItem;

/** What the cache does in dev mode, apart from Dev UI. */
class DevModeProcessor {

    /** Instrumentation replaces a method in the running application, which would keep what the old one returned. */
    @BuildStep(onlyIf = IsDevelopment.class)
    DisableInstrumentationForClassPredicateBuildItem restartForChangedMethods() {
        return new DisableInstrumentationForClassPredicateBuildItem(changed -> changed.hasAnnotation(UseCache.class));
    }

    /** Lets responses tell which cached calls were made for them. */
    @BuildStep(onlyIf = IsLocalDevelopment.class)
    void traceRequests(UseCacheBuildTimeConfig config, Capabilities capabilities,
            BuildProducer<AdditionalBeanBuildItem> beans) {
        if (config.dev().cacheStatus().enabled() && capabilities.isPresent(Capability.VERTX_HTTP)) {
            beans.produce(AdditionalBeanBuildItem.builder().setUnremovable()
                    .addBeanClasses(CallTraces.class, TraceFilter.class).build());
        }
    }

    /** Lets the hard reload of a browser load anew. */
    @BuildStep(onlyIf = IsLocalDevelopment.class)
    void honourHardReloads(Capabilities capabilities, BuildProducer<AdditionalBeanBuildItem> beans) {
        if (capabilities.isPresent(Capability.VERTX_HTTP)) {
            beans.produce(AdditionalBeanBuildItem.unremovableOf(HardReload.class));
        }
    }

    /** Finds shared loads that ask for the caller. */
    @BuildStep(onlyIf = IsLocalDevelopment.class)
    void watchIdentities(Capabilities capabilities, BuildProducer<AdditionalBeanBuildItem> beans) {
        if (capabilities.isPresent(Capability.SECURITY)) {
            beans.produce(AdditionalBeanBuildItem.builder().setUnremovable()
                    .addBeanClasses(IdentityWatch.class, IdentityReads.class).build());
        }
    }

    @BuildStep(onlyIf = IsLocalDevelopment.class)
    AdditionalBeanBuildItem watchThreads() {
        return AdditionalBeanBuildItem.unremovableOf(LostCalls.class);
    }

    @BuildStep(onlyIf = IsLocalDevelopment.class)
    void watchValues(UseCacheBuildTimeConfig config, BuildProducer<AdditionalBeanBuildItem> beans) {
        if (config.dev().mutationWatch().enabled()) {
            beans.produce(AdditionalBeanBuildItem.unremovableOf(MutationWatch.class));
        }
    }
}
