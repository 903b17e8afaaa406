package io.quarkiverse.usecache.runtime.endpoint.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class PathPoliciesTest {

    private static final String PATH = "/q/use-cache/revalidate";

    @Test
    void aPolicyRestrictsThePathsItNames() {
        assertThat(restrict(Permission.of("authenticated", "/q/use-cache/*"))).isTrue();
        assertThat(restrict(Permission.of("deny", "/*"))).isTrue();
        assertThat(restrict(Permission.of("role", PATH))).isTrue();
        assertThat(restrict(Permission.of("role", "q/use-cache/*"))).isTrue();
        assertThat(restrict(Permission.of("role", "/q/*/revalidate"))).isTrue();
        assertThat(restrict(Permission.of("role", "/q/use-cache"))).isFalse();
        assertThat(restrict(Permission.of("role", "/api/*"))).isFalse();
        assertThat(restrict()).isFalse();
    }

    @Test
    void permitIsNoRestriction() {
        assertThat(restrict(Permission.of("permit", "/q/use-cache/*"))).isFalse();
        assertThat(restrict(Permission.of("permit", "/q/*"), Permission.of("authenticated", "/*"))).isFalse();
        assertThat(restrict(Permission.of("permit", "/*"), Permission.of("authenticated", "/q/*"))).isTrue();
        assertThat(restrict(Permission.of("permit", "/q/*"), Permission.of("authenticated", "/q/*"))).isTrue();
    }

    @Test
    void aSharedPolicyAppliesBesideTheMostSpecific() {
        assertThat(restrict(Permission.of("permit", "/q/*"), Permission.of("authenticated", "/*").forAll())).isTrue();
    }

    @Test
    void whatIsForOtherMethodsRestrictsTheRestByDenying() {
        assertThat(restrict(Permission.of("permit", "/q/*").forMethods("GET"))).isTrue();
        assertThat(restrict(Permission.of("permit", "/q/*").forMethods("POST"), Permission.of("authenticated", "/q/*")))
                .isFalse();
        assertThat(restrict(Permission.of("authenticated", "/q/*").forMethods("POST"), Permission.of("permit", "/q/*")))
                .isTrue();
    }

    @Test
    void whatDoesNotApplyIsNoRestriction() {
        assertThat(restrict(Permission.of("authenticated", "/*").disabled())).isFalse();
        assertThat(restrict(Permission.of("authenticated", "/*").forRestOnly())).isFalse();
    }

    @Test
    void onlyThosePatternsCountThatMay() {
        assertThat(own(Permission.of("authenticated", "/*"))).isFalse();
        assertThat(own(Permission.of("authenticated", "/*").forAll(), Permission.of("permit", "/q/use-cache/*"))).isFalse();
        assertThat(own(Permission.of("permit", "/q/use-cache/*").forMethods("GET"))).isTrue();
        assertThat(own(Permission.of("permit", "/*").forMethods("GET"))).isFalse();
        assertThat(own(Permission.of("permit", "/*").forAll(), Permission.of("role", "/q/use-cache/*"))).isTrue();
    }

    private static boolean own(Permission... permissions) {
        return new PathPolicies(List.of(permissions), "/", new OwnPatterns("/", "/q/use-cache")).restrict("POST", PATH);
    }

    private static boolean restrict(Permission... permissions) {
        return new PathPolicies(List.of(permissions), "/", pattern -> true).restrict("POST", PATH);
    }
}
