package io.quarkiverse.usecache.runtime.endpoint.access;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.quarkus.vertx.http.runtime.PolicyMappingConfig;

/** A permission as it is configured. */
record Permission(Optional<Boolean> enabled, String policy, Optional<List<String>> methods, Optional<List<String>> paths,
        boolean shared, AppliesTo appliesTo) implements PolicyMappingConfig {

    static Permission of(String policy, String... paths) {
        return new Permission(Optional.empty(), policy, Optional.empty(), Optional.of(List.of(paths)), false, AppliesTo.ALL);
    }

    Permission forMethods(String... names) {
        return new Permission(enabled, policy, Optional.of(List.of(names)), paths, shared, appliesTo);
    }

    Permission forAll() {
        return new Permission(enabled, policy, methods, paths, true, appliesTo);
    }

    Permission forRestOnly() {
        return new Permission(enabled, policy, methods, paths, shared, AppliesTo.JAXRS);
    }

    Permission disabled() {
        return new Permission(Optional.of(false), policy, methods, paths, shared, appliesTo);
    }

    Permission lettingAllPass() {
        return new Permission(enabled, "permit", Optional.empty(), paths, shared, appliesTo);
    }

    /** The first, and in most cases only one. */
    String path() {
        return paths.orElseThrow().get(0);
    }

    @Override
    public Optional<Set<String>> authMechanism() {
        return Optional.empty();
    }
}
