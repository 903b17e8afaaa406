package io.quarkiverse.usecache.runtime.http;

import org.eclipse.microprofile.config.ConfigProvider;

import io.quarkus.vertx.http.runtime.VertxHttpBuildTimeConfig;
import io.quarkus.vertx.http.runtime.VertxHttpConfig;
import io.quarkus.vertx.http.runtime.management.ManagementConfig;
import io.quarkus.vertx.http.runtime.management.ManagementInterfaceBuildTimeConfig;
import io.smallrye.config.SmallRyeConfig;

/**
 * The HTTP interface that serves the endpoint.
 *
 * @param path the endpoint's path on it
 * @param policies what Quarkus Security demands there
 * @param policyProperties the prefix of the properties that say so
 */
record Interface(String path, PathPolicies policies, String policyProperties) {

    /** The prefixes are given with the mappings, so that they are not read from annotations when the application starts. */
    private static final String HTTP = "quarkus.http";
    private static final String MANAGEMENT = "quarkus.management";

    /** @param security whether Quarkus Security is there to enforce policies */
    static Interface current(boolean security) {
        SmallRyeConfig config = ConfigProvider.getConfig().unwrap(SmallRyeConfig.class);
        ManagementInterfaceBuildTimeConfig management = config.getConfigMapping(ManagementInterfaceBuildTimeConfig.class,
                MANAGEMENT);
        return management.enabled() ? management(config, management, security && management.auth().enabled())
                : main(config, config.getConfigMapping(VertxHttpBuildTimeConfig.class, HTTP), security);
    }

    private static Interface management(SmallRyeConfig config, ManagementInterfaceBuildTimeConfig fixed, boolean enforced) {
        return new Interface(EndpointPath.below(fixed.rootPath()),
                enforced
                        ? new PathPolicies(
                                config.getConfigMapping(ManagementConfig.class, MANAGEMENT).auth().permissions().values(),
                                fixed.rootPath())
                        : PathPolicies.NONE,
                MANAGEMENT + ".auth.permission");
    }

    /** Quarkus Security guards what is below the root path, and nothing beside it. */
    private static Interface main(SmallRyeConfig config, VertxHttpBuildTimeConfig fixed, boolean security) {
        String path = EndpointPath.below(fixed.rootPath(), fixed.nonApplicationRootPath());
        boolean enforced = security && path.startsWith(EndpointPath.directory(fixed.rootPath()));
        return new Interface(path,
                enforced ? new PathPolicies(config.getConfigMapping(VertxHttpConfig.class, HTTP).auth().permissions().values(),
                        fixed.rootPath()) : PathPolicies.NONE,
                HTTP + ".auth.permission");
    }
}
