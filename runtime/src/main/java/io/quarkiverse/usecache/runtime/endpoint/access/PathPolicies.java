package io.quarkiverse.usecache.runtime.endpoint.access;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

import io.quarkus.vertx.http.runtime.PolicyMappingConfig;
import io.quarkus.vertx.http.runtime.PolicyMappingConfig.AppliesTo;
import io.quarkus.vertx.http.runtime.security.ImmutablePathMatcher;
import io.quarkus.vertx.http.runtime.security.ImmutablePathMatcher.ImmutablePathMatcherBuilder;

/**
 * What Quarkus Security is configured to demand for a path. Paths are matched by its own matcher, and the policies that apply
 * are chosen as it chooses them.
 */
public final class PathPolicies {

    static final PathPolicies NONE = new PathPolicies(List.of());

    private static final String PERMIT = "permit";

    private final List<ImmutablePathMatcher<List<PolicyMappingConfig>>> matchers;

    private PathPolicies(List<ImmutablePathMatcher<List<PolicyMappingConfig>>> matchers) {
        this.matchers = matchers;
    }

    /** @param rootPath what paths without a leading slash are relative to */
    public PathPolicies(Collection<PolicyMappingConfig> permissions, String rootPath) {
        List<PolicyMappingConfig> effective = permissions.stream().filter(PathPolicies::effective).toList();
        List<PolicyMappingConfig> exclusive = effective.stream().filter(permission -> !permission.shared()).toList();
        Stream<List<PolicyMappingConfig>> shared = effective.stream().filter(PolicyMappingConfig::shared).map(List::of);
        this.matchers = Stream.concat(Stream.of(exclusive), shared).map(each -> matcher(each, rootPath)).toList();
    }

    private static boolean effective(PolicyMappingConfig permission) {
        return permission.enabled().orElse(true) && permission.appliesTo() == AppliesTo.ALL;
    }

    private static ImmutablePathMatcher<List<PolicyMappingConfig>> matcher(List<PolicyMappingConfig> permissions,
            String rootPath) {
        ImmutablePathMatcherBuilder<List<PolicyMappingConfig>> builder = ImmutablePathMatcher
                .<List<PolicyMappingConfig>> builder().handlerAccumulator(List::addAll).rootPath(rootPath);
        for (PolicyMappingConfig permission : permissions) {
            permission.paths().orElse(List.of()).forEach(path -> builder.addPath(path, new ArrayList<>(List.of(permission))));
        }
        return builder.build();
    }

    /** Whether a request passes only if a policy other than {@code permit} lets it. */
    public boolean restrict(String method, String path) {
        return matchers.stream().map(matcher -> matcher.match(path).getValue())
                .anyMatch(found -> found != null && !found.isEmpty() && restrict(found, method));
    }

    /** Permissions for the method go before those for any; if there are none of either, Quarkus Security denies. */
    private static boolean restrict(List<PolicyMappingConfig> found, String method) {
        List<PolicyMappingConfig> ofMethod = found.stream()
                .filter(permission -> permission.methods().orElse(List.of()).contains(method)).toList();
        List<PolicyMappingConfig> ofAny = found.stream()
                .filter(permission -> permission.methods().orElse(List.of()).isEmpty()).toList();
        List<PolicyMappingConfig> applied = ofMethod.isEmpty() ? ofAny : ofMethod;
        return applied.isEmpty() || applied.stream().anyMatch(permission -> !permission.policy().equals(PERMIT));
    }
}
