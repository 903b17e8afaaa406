package io.quarkiverse.usecache.deployment;

import io.quarkiverse.usecache.runtime.intercept.RevalidateInTransactionInterceptor;
import io.quarkiverse.usecache.runtime.security.Caller;
import io.quarkiverse.usecache.runtime.security.PrincipalGuards;
import io.quarkiverse.usecache.runtime.transaction.JtaTransactions;
import io.quarkus.arc.deployment.AdditionalBeanBuildItem;
import io.quarkus.deployment.Capabilities;
import io.quarkus.deployment.Capability;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;

/** Joins the extensions that an application may have or not, each by its capability. */
class IntegrationProcessor {

    /** Lets private methods know their caller. */
    @BuildStep
    void tellCallersApart(Capabilities capabilities, BuildProducer<AdditionalBeanBuildItem> beans) {
        if (capabilities.isPresent(Capability.SECURITY)) {
            beans.produce(AdditionalBeanBuildItem.builder().setUnremovable()
                    .addBeanClasses(Caller.class, PrincipalGuards.class).build());
        }
    }

    /** Lets revalidations wait for the commit of JTA transactions. */
    @BuildStep
    void followTransactions(Capabilities capabilities, BuildProducer<AdditionalBeanBuildItem> beans) {
        if (capabilities.isPresent(Capability.TRANSACTIONS)) {
            beans.produce(AdditionalBeanBuildItem.builder().setUnremovable()
                    .addBeanClasses(JtaTransactions.class, RevalidateInTransactionInterceptor.class).build());
        }
    }
}
