package io.quarkiverse.usecache.runtime.endpoint.access;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
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

    /**
     * A permission for one pattern.
     *
     * @param counts whether a policy with this pattern may open the endpoint
     */
    private record Rule(PolicyMappingConfig permission, boolean counts) {

        boolean isFor(String method) {
            return permission.methods().orElse(List.of()).contains(method);
        }

        boolean isForAnyMethod() {
            return permission.methods().orElse(List.of()).isEmpty();
        }

        boolean restricts() {
            return counts && !permission.policy().equals(PERMIT);
        }
    }

    public static final PathPolicies NONE = new PathPolicies(List.of());

    private static final String PERMIT = "permit";

    private final List<ImmutablePathMatcher<List<Rule>>> matchers;

    private PathPolicies(List<ImmutablePathMatcher<List<Rule>>> matchers) {
        this.matchers = matchers;
    }

    /**
     * @param root what patterns without a leading slash are relative to
     * @param counts whether a policy with such a pattern counts as one for the endpoint
     */
    PathPolicies(Collection<PolicyMappingConfig> permissions, String root, Predicate<String> counts) {
        List<PolicyMappingConfig> effective = permissions.stream().filter(PathPolicies::effective).toList();
        List<PolicyMappingConfig> exclusive = effective.stream().filter(permission -> !permission.shared()).toList();
        Stream<List<PolicyMappingConfig>> shared = effective.stream().filter(PolicyMappingConfig::shared).map(List::of);
        this.matchers = Stream.concat(Stream.of(exclusive), shared).map(each -> matcher(each, root, counts)).toList();
    }

    private static boolean effective(PolicyMappingConfig permission) {
        return permission.enabled().orElse(true) && permission.appliesTo() == AppliesTo.ALL;
    }

    private static ImmutablePathMatcher<List<Rule>> matcher(List<PolicyMappingConfig> permissions, String root,
            Predicate<String> counts) {
        ImmutablePathMatcherBuilder<List<Rule>> builder = ImmutablePathMatcher.<List<Rule>> builder()
                .handlerAccumulator(List::addAll).rootPath(root);
        for (PolicyMappingConfig permission : permissions) {
            permission.paths().orElse(List.of()).forEach(pattern -> builder.addPath(pattern,
                    new ArrayList<>(List.of(new Rule(permission, counts.test(pattern))))));
        }
        return builder.build();
    }

    /** Whether a request passes only if a policy that counts lets it, other than {@code permit}. */
    boolean restrict(String method, String path) {
        return matchers.stream().map(matcher -> matcher.match(path).getValue())
                .anyMatch(found -> found != null && !found.isEmpty() && restrict(found, method));
    }

    /** Permissions for the method go before those for any; if there are none of either, Quarkus Security denies. */
    private static boolean restrict(List<Rule> found, String method) {
        List<Rule> ofMethod = found.stream().filter(rule -> rule.isFor(method)).toList();
        List<Rule> ofAny = found.stream().filter(Rule::isForAnyMethod).toList();
        List<Rule> applied = ofMethod.isEmpty() ? ofAny : ofMethod;
        return applied.isEmpty() ? found.stream().anyMatch(Rule::counts) : applied.stream().anyMatch(Rule::restricts);
    }
}
