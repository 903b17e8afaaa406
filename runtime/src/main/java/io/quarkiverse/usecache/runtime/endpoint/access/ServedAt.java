package io.quarkiverse.usecache.runtime.endpoint.access;

import java.util.Collection;

import org.eclipse.microprofile.config.ConfigProvider;

import io.quarkus.vertx.http.runtime.PolicyMappingConfig;
import io.quarkus.vertx.http.runtime.VertxHttpConfig;
import io.quarkus.vertx.http.runtime.management.ManagementConfig;
import io.smallrye.config.SmallRyeConfig;

/**
 * The HTTP interface that serves the endpoint.
 *
 * @param path the endpoint's path on it
 * @param policies what Quarkus Security demands there
 * @param policyProperties the prefix of the properties that say so
 */
public record ServedAt(String path, PathPolicies policies, String policyProperties) {

    /** The prefixes are given with the mappings, so that they are not read from annotations when the application starts. */
    private static final String HTTP = "quarkus.http";
    private static final String MANAGEMENT = "quarkus.management";

    /**
     * @param root what the paths of policies are relative to
     * @param guarded whether Quarkus Security enforces policies there
     */
    public static ServedAt of(String path, String root, boolean management, boolean guarded) {
        return new ServedAt(path, guarded ? new PathPolicies(permissions(management), root) : PathPolicies.NONE,
                (management ? MANAGEMENT : HTTP) + ".auth.permission");
    }

    private static Collection<PolicyMappingConfig> permissions(boolean management) {
        SmallRyeConfig config = ConfigProvider.getConfig().unwrap(SmallRyeConfig.class);
        return management ? config.getConfigMapping(ManagementConfig.class, MANAGEMENT).auth().permissions().values()
                : config.getConfigMapping(VertxHttpConfig.class, HTTP).auth().permissions().values();
    }
}
