package io.quarkiverse.usecache.deployment;

import java.util.Optional;
import java.util.function.BooleanSupplier;

import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

import io.quarkiverse.usecache.deployment.openapi.EndpointDescription;
import io.quarkiverse.usecache.runtime.config.UseCacheBuildTimeConfig;
import io.quarkiverse.usecache.runtime.endpoint.HttpEndpointRecorder;
import io.quarkiverse.usecache.runtime.endpoint.Operation;
import io.quarkiverse.usecache.runtime.endpoint.changes.ChangeLog;
import io.quarkiverse.usecache.runtime.endpoint.changes.ChangeStreams;
import io.quarkiverse.usecache.spi.WatchCheck;
import io.quarkus.arc.deployment.AdditionalBeanBuildItem;
import io.quarkus.arc.deployment.BeanContainerBuildItem;
import io.quarkus.arc.deployment.UnremovableBeanBuildItem;
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

    /** After every operation, and before pages that are served for all paths. */
    private static final int LAST = 20_000;

    @BuildStep
    void findPath(Capabilities capabilities, BuildProducer<EndpointPathBuildItem> paths) {
        if (capabilities.isPresent(Capability.VERTX_HTTP)) {
            paths.produce(EndpointPathBuildItem.of(ConfigProvider.getConfig()));
        }
    }

    @BuildStep
    void keepChanges(UseCacheBuildTimeConfig config, Optional<EndpointPathBuildItem> path,
            BuildProducer<AdditionalBeanBuildItem> beans, BuildProducer<UnremovableBeanBuildItem> kept) {
        if (path.isPresent() && config.endpoint().changes().enabled()) {
            kept.produce(UnremovableBeanBuildItem.beanTypes(WatchCheck.class));
            beans.produce(AdditionalBeanBuildItem.builder().setUnremovable()
                    .addBeanClasses(ChangeLog.class, ChangeStreams.class).build());
        }
    }

    @BuildStep
    @Record(ExecutionTime.RUNTIME_INIT)
    @Consume(BeanContainerBuildItem.class)
    void addRoutes(HttpEndpointRecorder recorder, Capabilities capabilities, UseCacheBuildTimeConfig config,
            Optional<EndpointPathBuildItem> path, BuildProducer<RouteBuildItem> routes) {
        path.ifPresent(served -> {
            RuntimeValue<?> endpoint = recorder.endpoint(served.path(), served.root(), served.onManagementInterface(),
                    guarded(served, capabilities), config.endpoint().changes().enabled());
            for (Operation operation : Operation.values()) {
                routes.produce(route(operation).withRequestHandler(recorder.handler(endpoint, operation)).build());
            }
            if (config.endpoint().changes().enabled()) {
                routes.produce(RouteBuildItem.newManagementRoute(Operation.CHANGES)
                        .displayOnNotFoundPage("Use Cache: " + Operation.CHANGES)
                        .withRequestHandler(recorder.changes(endpoint)).build());
            }
        });
    }

    private static boolean guarded(EndpointPathBuildItem served, Capabilities capabilities) {
        Config config = ConfigProvider.getConfig();
        return capabilities.isPresent(Capability.SECURITY) && served.belowRoot()
                && (!served.onManagementInterface() || config.getValue("quarkus.management.auth.enabled", boolean.class));
    }

    @BuildStep
    void describe(Capabilities capabilities, UseCacheBuildTimeConfig config, Optional<EndpointPathBuildItem> path,
            BuildProducer<AddToOpenAPIDefinitionBuildItem> descriptions) {
        if (capabilities.isPresent(Capability.SMALLRYE_OPENAPI)) {
            path.filter(served -> !served.onManagementInterface()).ifPresent(served -> descriptions
                    .produce(new AddToOpenAPIDefinitionBuildItem(
                            new EndpointDescription(served.path(), config.endpoint().changes().enabled()))));
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
