package io.quarkiverse.usecache.runtime.endpoint.access;

import java.util.Collection;
import java.util.function.Predicate;

import org.eclipse.microprofile.config.ConfigProvider;

import io.quarkus.vertx.http.runtime.PolicyMappingConfig;
import io.quarkus.vertx.http.runtime.VertxHttpConfig;
import io.quarkus.vertx.http.runtime.management.ManagementConfig;
import io.smallrye.config.SmallRyeConfig;

/**
 * The HTTP interface that serves the endpoint.
 *
 * @param path the endpoint's path on it
 * @param root what the paths of policies are relative to, with a slash at its end
 * @param management whether it is the management interface
 * @param guarded whether Quarkus Security enforces policies there
 */
public record ServedAt(String path, String root, boolean management, boolean guarded) {

    /** The prefixes are given with the mappings, so that they are not read from annotations when the application starts. */
    private static final String HTTP = "quarkus.http";
    private static final String MANAGEMENT = "quarkus.management";

    /** @param any whether a policy for more than the endpoint's own path counts too */
    public PathPolicies policies(boolean any) {
        Predicate<String> counts = any ? pattern -> true : new OwnPatterns(root, path);
        return guarded ? new PathPolicies(permissions(), root, counts) : PathPolicies.NONE;
    }

    private Collection<PolicyMappingConfig> permissions() {
        SmallRyeConfig config = ConfigProvider.getConfig().unwrap(SmallRyeConfig.class);
        return management ? config.getConfigMapping(ManagementConfig.class, MANAGEMENT).auth().permissions().values()
                : config.getConfigMapping(VertxHttpConfig.class, HTTP).auth().permissions().values();
    }

    /** The prefix of the properties of policies. */
    public String policyProperties() {
        return (management ? MANAGEMENT : HTTP) + ".auth.permission";
    }
}
