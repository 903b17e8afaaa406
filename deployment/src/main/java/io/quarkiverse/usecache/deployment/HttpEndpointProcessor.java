package io.quarkiverse.usecache.deployment;

import java.util.function.BooleanSupplier;

import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

import io.quarkiverse.usecache.deployment.openapi.EndpointDescription;
import io.quarkiverse.usecache.runtime.config.UseCacheBuildTimeConfig;
import io.quarkiverse.usecache.runtime.http.EndpointPath;
import io.quarkiverse.usecache.runtime.http.HttpEndpointRecorder;
import io.quarkiverse.usecache.runtime.http.Operation;
import io.quarkus.arc.deployment.BeanContainerBuildItem;
import io.quarkus.deployment.Capabilities;
import io.quarkus.deployment.Capability;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.annotations.BuildSteps;
import io.quarkus.deployment.annotations.Consume;
import io.quarkus.deployment.annotations.ExecutionTime;
import io.quarkus.deployment.annotations.Record;
import io.quarkus.runtime.RuntimeValue;
import io.quarkus.smallrye.openapi.deployment.spi.AddToOpenAPIDefinitionBuildItem;
import io.quarkus.vertx.http.deployment.spi.RouteBuildItem;

/** Adds the HTTP endpoint, if the application serves HTTP and wants it. */
@BuildSteps(onlyIf = HttpEndpointProcessor.Wanted.class)
class HttpEndpointProcessor {

    /** After every operation, and before the pages of who serves all paths. */
    private static final int LAST = 20_000;

    @BuildStep
    @Record(ExecutionTime.RUNTIME_INIT)
    @Consume(BeanContainerBuildItem.class)
    void addRoutes(HttpEndpointRecorder recorder, Capabilities capabilities, BuildProducer<RouteBuildItem> routes) {
        if (capabilities.isPresent(Capability.VERTX_HTTP)) {
            RuntimeValue<?> endpoint = recorder.endpoint(capabilities.isPresent(Capability.SECURITY));
            for (Operation operation : Operation.values()) {
                routes.produce(route(operation).withRequestHandler(recorder.handler(endpoint, operation)).build());
            }
        }
    }

    @BuildStep
    void describe(Capabilities capabilities, BuildProducer<AddToOpenAPIDefinitionBuildItem> descriptions) {
        Config config = ConfigProvider.getConfig();
        if (capabilities.isPresent(Capability.SMALLRYE_OPENAPI)
                && !config.getValue("quarkus.management.enabled", boolean.class)) {
            descriptions.produce(new AddToOpenAPIDefinitionBuildItem(new EndpointDescription(
                    EndpointPath.below(config.getValue("quarkus.http.root-path", String.class),
                            config.getValue("quarkus.http.non-application-root-path", String.class)))));
        }
    }

    private static RouteBuildItem.Builder route(Operation operation) {
        RouteBuildItem.Builder route = RouteBuildItem.newManagementRoute(operation.path());
        return operation == Operation.UNKNOWN ? route.withOrder(LAST)
                : route.displayOnNotFoundPage("Use Cache: " + operation.path());
    }

    static class Wanted implements BooleanSupplier {

        UseCacheBuildTimeConfig config;

        @Override
        public boolean getAsBoolean() {
            return config.endpoint().enabled();
        }
    }
}
