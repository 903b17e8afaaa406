package io.quarkiverse.usecache.runtime.endpoint.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.quarkiverse.usecache.runtime.endpoint.message.Problem;
import io.quarkus.runtime.LaunchMode;

@Timeout(60)
class AccessTest {

    private static final String TOKEN = "correct-horse-battery-staple";
    private static final PathPolicies POLICY = new PathPolicies(
            List.of(Permission.of("authenticated", "/q/use-cache/*")), "/", pattern -> true);

    @Test
    void inProductionTheEndpointIsClosed() {
        Access access = access(LaunchMode.NORMAL, null, PathPolicies.NONE);
        assertThat(refusal(access, true)).isEqualTo(403);
        assertThat(refusal(access, true, "Bearer " + TOKEN)).isEqualTo(403);
        assertThat(access.closed("POST", "/q/use-cache/revalidate")).isTrue();
        assertThat(refusal(access(LaunchMode.RUN, null, PathPolicies.NONE), true)).isEqualTo(403);
    }

    @Test
    void inProductionATokenOpensIt() {
        Access access = access(LaunchMode.NORMAL, TOKEN, PathPolicies.NONE);
        allowed(access, false, "Bearer " + TOKEN);
        assertThat(refusal(access, true)).isEqualTo(401);
        assertThat(refusal(access, true, "Bearer " + TOKEN.toUpperCase())).isEqualTo(401);
        assertThat(access.closed("POST", "/q/use-cache/revalidate")).isFalse();
    }

    @Test
    void inProductionAPolicyOpensIt() {
        Access access = access(LaunchMode.NORMAL, null, POLICY);
        allowed(access, false);
        assertThat(access.closed("POST", "/q/use-cache/revalidate")).isFalse();
        assertThat(access.closed("POST", "/elsewhere/use-cache/revalidate")).isTrue();
    }

    @Test
    void aTokenIsWantedBesideAPolicyToo() {
        Access access = access(LaunchMode.NORMAL, TOKEN, POLICY);
        allowed(access, false, "Bearer " + TOKEN);
        assertThat(refusal(access, false)).isEqualTo(401);
    }

    @Test
    void inDevAndTestModeTheMachineItselfMay() {
        for (LaunchMode mode : List.of(LaunchMode.DEVELOPMENT, LaunchMode.TEST)) {
            Access access = access(mode, null, PathPolicies.NONE);
            allowed(access, true);
            assertThat(refusal(access, false)).isEqualTo(403);
            assertThat(refusal(access(mode, TOKEN, PathPolicies.NONE), true)).isEqualTo(401);
            allowed(access(mode, TOKEN, PathPolicies.NONE), false, "Bearer " + TOKEN);
        }
    }

    @Test
    void eachOfSeveralTokensWillDo() {
        Access access = new Access(LaunchMode.NORMAL,
                new BearerTokens(List.of(new BearerToken("a", TOKEN), new BearerToken("b", "another-long-token"))),
                Signatures.NONE,
                PathPolicies.NONE);
        assertThat(access.check(caller(false, "Bearer " + TOKEN))).isEqualTo("a");
        assertThat(access.check(caller(false, "Bearer another-long-token"))).isEqualTo("b");
        assertThat(refusal(access, false, "Bearer a-third-long-token")).isEqualTo(401);
    }

    @Test
    void aTokenMayComeBesideAPassword() {
        Access access = access(LaunchMode.NORMAL, TOKEN, POLICY);
        allowed(access, false, "Basic YTph", "Bearer " + TOKEN);
        allowed(access, false, "Bearer " + TOKEN, "Basic YTph");
        assertThat(refusal(access, false, "Basic YTph")).isEqualTo(401);
        assertThat(refusal(access, false, "Basic YTph, Bearer " + TOKEN)).isEqualTo(401);
    }

    @Test
    void aForeignPageNeedsAToken() {
        assertThat(catchThrowableOfType(Problem.class, () -> access(LaunchMode.NORMAL, null, POLICY).check(foreignPage()))
                .status()).isEqualTo(403);
        assertThat(access(LaunchMode.NORMAL, TOKEN, POLICY).check(foreignPage())).isNotNull();
    }

    private static Access access(LaunchMode mode, String token, PathPolicies policies) {
        return new Access(mode,
                new BearerTokens(token == null ? List.of() : List.of(new BearerToken("property", token))), Signatures.NONE,
                policies);
    }

    private static int refusal(Access access, boolean local, String... authorizations) {
        return catchThrowableOfType(Problem.class, () -> access.check(caller(local, authorizations))).status();
    }

    private static void allowed(Access access, boolean local, String... authorizations) {
        assertThatCode(() -> access.check(caller(local, authorizations))).doesNotThrowAnyException();
    }

    private static Peer caller(boolean local, String... authorizations) {
        return new Peer("POST", "/q/use-cache/revalidate", "anonymous", "127.0.0.1:1", local, false, List.of(authorizations));
    }

    private static Peer foreignPage() {
        return new Peer("POST", "/q/use-cache/revalidate", "alice", "127.0.0.1:1", true, true, List.of("Bearer " + TOKEN));
    }
}
