package io.quarkiverse.usecache.test.edge;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkus.test.QuarkusUnitTest;
import io.restassured.response.Response;

@Timeout(60)
class SecuredAnswersTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(root -> root.addClasses(SecuredResource.class, SecuredResource.Letters.class))
            .overrideConfigKey("quarkus.use-cache.http.headers", "Cache-Tag,ETag")
            .overrideConfigKey("quarkus.http.auth.basic", "true")
            .overrideConfigKey("quarkus.security.users.embedded.enabled", "true")
            .overrideConfigKey("quarkus.security.users.embedded.plain-text", "true")
            .overrideConfigKey("quarkus.security.users.embedded.users.alice", "alice")
            .overrideConfigKey("quarkus.security.users.embedded.roles.alice", "members");

    private static Response get(String path, boolean asAlice) {
        return (asAlice ? given().auth().preemptive().basic("alice", "alice") : given()).header("If-None-Match", "W/\"x\"")
                .get("/secured/" + path);
    }

    /** Also of a user who is not known, whose call is not cached, and of a call inside another. */
    @ParameterizedTest
    @CsvSource({ "letter,true", "letter,false", "digest,true", "digest,false" })
    void whatIsForOneUserSaysNothingElse(String path, boolean asAlice) {
        for (int i = 0; i < 2; i++) {
            Response response = get(path, asAlice);

            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.header("Cache-Control")).isEqualTo("private");
            assertThat(response.header("Cache-Tag")).isNull();
            assertThat(response.header("ETag")).isNull();
        }
    }

    @Test
    void anAnswerToAUserMayHoldMoreThanItsCalls() {
        Response forAlice = get("news", true);

        assertThat(forAlice.header("Cache-Control")).isEqualTo("private");
        assertThat(forAlice.header("Cache-Tag")).isNull();
        assertThat(get("news", false).header("Cache-Tag")).isEqualTo("news");
        assertThat(get("news", false).header("ETag")).isNotNull();
    }

    @Test
    void whoIsRefusedIsRefused() {
        assertThat(get("members", true).header("Cache-Control")).isEqualTo("private");
        assertThat(get("members", false).statusCode()).isEqualTo(401);
        assertThat(get("members", false).header("Cache-Tag")).isNull();
    }
}
