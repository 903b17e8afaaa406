package io.quarkiverse.usecache.test.endpoint.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.usecache.test.endpoint.RawHttp;
import io.quarkiverse.usecache.test.endpoint.Shop;
import io.quarkus.test.QuarkusUnitTest;

/** With a token and a policy, callers need both, and send them in two headers of one name. */
@Timeout(60)
class TokenAndPolicyTest {

    private static final String TOKEN = "Bearer correct-horse-battery-staple";
    private static final String ALICE = basic("alice");
    private static final String BOB = basic("bob");

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(root -> root.addClasses(Shop.class, RawHttp.class))
            .overrideRuntimeConfigKey("quarkus.use-cache.endpoint.token", "correct-horse-battery-staple")
            .overrideConfigKey("quarkus.http.auth.permission.use-cache.paths", "/q/use-cache/*")
            .overrideConfigKey("quarkus.http.auth.permission.use-cache.policy", "use-cache")
            .overrideConfigKey("quarkus.http.auth.policy.use-cache.roles-allowed", "operator")
            .overrideConfigKey("quarkus.http.auth.basic", "true")
            .overrideConfigKey("quarkus.security.users.embedded.enabled", "true")
            .overrideConfigKey("quarkus.security.users.embedded.plain-text", "true")
            .overrideConfigKey("quarkus.security.users.embedded.users.alice", "alice")
            .overrideConfigKey("quarkus.security.users.embedded.users.bob", "bob")
            .overrideConfigKey("quarkus.security.users.embedded.roles.alice", "operator")
            .overrideConfigKey("quarkus.security.users.embedded.roles.bob", "customer");

    @Test
    void aCallerWithBothMayInEitherOrder() throws IOException {
        assertThat(statusFor(ALICE, TOKEN)).isEqualTo(200);
        assertThat(statusFor(TOKEN, ALICE)).isEqualTo(200);
    }

    @Test
    void oneOfThemIsNotEnough() throws IOException {
        assertThat(statusFor(ALICE)).isEqualTo(401);
        assertThat(statusFor(TOKEN)).isEqualTo(401);
        assertThat(statusFor(BOB, TOKEN)).isEqualTo(403);
        assertThat(statusFor(ALICE, "Bearer another-horse-battery")).isEqualTo(401);
        given().get("/q/use-cache/caches").then().statusCode(401);
    }

    private static int statusFor(String... authorizations) throws IOException {
        String headers = List.of(authorizations).stream().map(value -> "Authorization: " + value + "\r\n")
                .collect(Collectors.joining());
        String answer = RawHttp.answer(("GET /q/use-cache/caches HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + headers
                + "\r\n").getBytes(StandardCharsets.US_ASCII));
        return Integer.parseInt(answer.substring(9, 12));
    }

    private static String basic(String user) {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + user).getBytes(StandardCharsets.US_ASCII));
    }
}
