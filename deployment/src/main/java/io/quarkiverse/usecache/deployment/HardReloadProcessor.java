package io.quarkiverse.usecache.deployment;

import io.quarkiverse.usecache.dev.reload.HardReload;
import io.quarkus.arc.deployment.AdditionalBeanBuildItem;
import io.quarkus.deployment.Capabilities;
import io.quarkus.deployment.Capability;
import io.quarkus.deployment.IsLocalDevelopment;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.annotations.BuildSteps;

/** Lets the hard reload of a browser load anew, in dev mode. */
@BuildSteps(onlyIf = IsLocalDevelopment.class)
class HardReloadProcessor {

    @BuildStep
    void heedHardReloads(Capabilities capabilities, BuildProducer<AdditionalBeanBuildItem> beans) {
        if (capabilities.isPresent(Capability.VERTX_HTTP)) {
            beans.produce(AdditionalBeanBuildItem.unremovableOf(HardReload.class));
        }
    }
}
