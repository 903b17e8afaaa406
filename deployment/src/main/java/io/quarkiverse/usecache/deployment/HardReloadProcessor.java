package io.quarkiverse.usecache.deployment;

import io.quarkiverse.usecache.runtime.http.HardReload;
import io.quarkus.arc.deployment.AdditionalBeanBuildItem;
import io.quarkus.deployment.Capabilities;
import io.quarkus.deployment.Capability;
import io.quarkus.deployment.IsDevelopment;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.annotations.BuildSteps;

/** Lets the hard reload of a browser load anew, in dev mode. */
@BuildSteps(onlyIf = IsDevelopment.class)
class HardReloadProcessor {

    @BuildStep
    void heedHardReloads(Capabilities capabilities, BuildProducer<AdditionalBeanBuildItem> beans) {
        if (capabilities.isPresent(Capability.VERTX_HTTP)) {
            beans.produce(AdditionalBeanBuildItem.unremovableOf(HardReload.class));
        }
    }
}
