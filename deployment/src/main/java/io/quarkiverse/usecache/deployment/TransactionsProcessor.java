package io.quarkiverse.usecache.deployment;

import io.quarkiverse.usecache.runtime.intercept.MethodTransactionInterceptor;
import io.quarkiverse.usecache.runtime.transaction.JtaTransactions;
import io.quarkus.arc.deployment.AdditionalBeanBuildItem;
import io.quarkus.deployment.Capabilities;
import io.quarkus.deployment.Capability;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;

/** Lets revalidations wait for the commit of JTA transactions. */
class TransactionsProcessor {

    @BuildStep
    void followTransactions(Capabilities capabilities, BuildProducer<AdditionalBeanBuildItem> beans) {
        if (capabilities.isPresent(Capability.TRANSACTIONS)) {
            beans.produce(AdditionalBeanBuildItem.builder().setUnremovable()
                    .addBeanClasses(JtaTransactions.class, MethodTransactionInterceptor.class).build());
        }
    }
}
