package io.quarkiverse.usecache.runtime.endpoint.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import io.quarkiverse.usecache.runtime.endpoint.message.Problem;
import io.quarkus.runtime.LaunchMode;

class AccessTest {

    private static final String TOKEN = "correct-horse-battery-staple";
    private static final PathPolicies POLICY = new PathPolicies(List.of(Permission.of("authenticated", "/q/use-cache/*")), "/");

    @Test
    void inProductionTheEndpointIsClosed() {
        Access access = access(LaunchMode.NORMAL, null, PathPolicies.NONE);
        assertThat(refusal(access, true, null)).isEqualTo(403);
        assertThat(refusal(access, true, "Bearer " + TOKEN)).isEqualTo(403);
        assertThat(access.closed("POST", "/q/use-cache/revalidate")).isTrue();
        assertThat(refusal(access(LaunchMode.RUN, null, PathPolicies.NONE), true, null)).isEqualTo(403);
    }

    @Test
    void inProductionATokenOpensIt() {
        Access access = access(LaunchMode.NORMAL, TOKEN, PathPolicies.NONE);
        allowed(access, false, "Bearer " + TOKEN);
        assertThat(refusal(access, true, null)).isEqualTo(401);
        assertThat(refusal(access, true, "Bearer " + TOKEN.toUpperCase())).isEqualTo(401);
        assertThat(access.closed("POST", "/q/use-cache/revalidate")).isFalse();
    }

    @Test
    void inProductionAPolicyOpensIt() {
        Access access = access(LaunchMode.NORMAL, null, POLICY);
        allowed(access, false, null);
        assertThat(access.closed("POST", "/q/use-cache/revalidate")).isFalse();
        assertThat(access.closed("POST", "/elsewhere/use-cache/revalidate")).isTrue();
    }

    @Test
    void aTokenIsWantedBesideAPolicyToo() {
        Access access = access(LaunchMode.NORMAL, TOKEN, POLICY);
        allowed(access, false, "Bearer " + TOKEN);
        assertThat(refusal(access, false, null)).isEqualTo(401);
    }

    @Test
    void inDevAndTestModeTheMachineItselfMay() {
        for (LaunchMode mode : List.of(LaunchMode.DEVELOPMENT, LaunchMode.TEST)) {
            Access access = access(mode, null, PathPolicies.NONE);
            allowed(access, true, null);
            assertThat(refusal(access, false, null)).isEqualTo(403);
            assertThat(refusal(access(mode, TOKEN, PathPolicies.NONE), true, null)).isEqualTo(401);
            allowed(access(mode, TOKEN, PathPolicies.NONE), false, "Bearer " + TOKEN);
        }
    }

    private static Access access(LaunchMode mode, String token, PathPolicies policies) {
        return new Access(mode, Optional.ofNullable(token).map(BearerToken::new), policies);
    }

    private static int refusal(Access access, boolean local, String authorization) {
        return catchThrowableOfType(Problem.class, () -> access.check(caller(local, authorization))).answer().status();
    }

    private static void allowed(Access access, boolean local, String authorization) {
        assertThatCode(() -> access.check(caller(local, authorization))).doesNotThrowAnyException();
    }

    private static Peer caller(boolean local, String authorization) {
        return new Peer("POST", "/q/use-cache/revalidate", local, authorization);
    }
}
