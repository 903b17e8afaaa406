package io.quarkiverse.usecache.runtime.endpoint.access;

import java.lang.reflect.Constructor;
import java.lang.reflect.Proxy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.inject.Instance;

import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.PolicyConfig;
import io.quarkus.vertx.http.runtime.PolicyMappingConfig;
import io.quarkus.vertx.http.runtime.management.ManagementConfig;
import io.quarkus.vertx.http.runtime.management.ManagementInterfaceBuildTimeConfig;
import io.quarkus.vertx.http.runtime.management.ManagementRuntimeAuthConfig;
import io.quarkus.vertx.http.runtime.security.ManagementPathMatchingHttpSecurityPolicy;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

/** What Quarkus Security itself decides, by the same code for the application's own interface and the management interface. */
final class QuarkusPolicies {

    private final ManagementPathMatchingHttpSecurityPolicy policy;

    QuarkusPolicies(List<? extends PolicyMappingConfig> permissions, String root) throws ReflectiveOperationException {
        Map<String, PolicyMappingConfig> byName = new LinkedHashMap<>();
        permissions.forEach(permission -> byName.put("permission-" + byName.size(), permission));
        PolicyConfig operators = fake(PolicyConfig.class, Map.of("rolesAllowed", List.of("operator"), "permissions", Map.of(),
                "roles", Map.of()));
        ManagementRuntimeAuthConfig auth = fake(ManagementRuntimeAuthConfig.class,
                Map.of("permissions", byName, "rolePolicy", Map.of("operators", operators)));
        Constructor<ManagementPathMatchingHttpSecurityPolicy> constructor = ManagementPathMatchingHttpSecurityPolicy.class
                .getDeclaredConstructor(ManagementInterfaceBuildTimeConfig.class, ManagementConfig.class, Instance.class);
        constructor.setAccessible(true);
        policy = constructor.newInstance(fake(ManagementInterfaceBuildTimeConfig.class, Map.of("rootPath", root)),
                fake(ManagementConfig.class, Map.of("auth", auth)), fake(Instance.class, Map.of("handles", List.of())));
    }

    boolean refuseAnonymous(String method, String path) {
        RoutingContext request = fake(RoutingContext.class, Map.of("normalizedPath", path, "request",
                fake(HttpServerRequest.class, Map.of("method", HttpMethod.valueOf(method)))));
        return !policy
                .checkPermission(request, Uni.createFrom().item(QuarkusSecurityIdentity.builder().setAnonymous(true).build()),
                        null)
                .await().indefinitely().isPermitted();
    }

    private static <T> T fake(Class<T> type, Map<String, ?> answers) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] { type },
                (proxy, method, arguments) -> answers.get(method.getName())));
    }
}
