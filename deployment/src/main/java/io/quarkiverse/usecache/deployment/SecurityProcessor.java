package io.quarkiverse.usecache.deployment;

import io.quarkiverse.usecache.runtime.security.Caller;
import io.quarkiverse.usecache.runtime.security.PrincipalGuards;
import io.quarkus.arc.deployment.AdditionalBeanBuildItem;
import io.quarkus.deployment.Capabilities;
import io.quarkus.deployment.Capability;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;

/** Lets private methods know their caller. */
class SecurityProcessor {

    @BuildStep
    void tellCallersApart(Capabilities capabilities, BuildProducer<AdditionalBeanBuildItem> beans) {
        if (capabilities.isPresent(Capability.SECURITY)) {
            beans.produce(AdditionalBeanBuildItem.builder().setUnremovable()
                    .addBeanClasses(Caller.class, PrincipalGuards.class).build());
        }
    }
}
