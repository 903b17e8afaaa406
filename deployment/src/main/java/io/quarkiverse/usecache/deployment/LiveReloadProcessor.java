package io.quarkiverse.usecache.deployment;

import io.quarkiverse.usecache.UseCache;
import io.quarkus.deployment.IsDevelopment;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.annotations.BuildSteps;
import io.quarkus.deployment.dev.DisableInstrumentationForClassPredicateBuildItem;

/** Makes live reloads forget what cached methods have returned before they were changed. */
@BuildSteps(onlyIf = IsDevelopment.class)
class LiveReloadProcessor {

    /** Instrumentation replaces a method in the running application, which keeps its entries. */
    @BuildStep
    DisableInstrumentationForClassPredicateBuildItem restartForChangedMethods() {
        return new DisableInstrumentationForClassPredicateBuildItem(changed -> changed.hasAnnotation(UseCache.class));
    }
}
