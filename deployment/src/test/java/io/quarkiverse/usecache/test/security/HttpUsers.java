package io.quarkiverse.usecache.test.security;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.QuarkusUnitTest;
import io.restassured.response.ValidatableResponse;

/** Two users of an application with basic authentication, whose passwords are their names. */
final class HttpUsers {

    private HttpUsers() {
    }

    static QuarkusUnitTest application() {
        return new QuarkusUnitTest()
                .withApplicationRoot(root -> root.addClasses(HttpUsers.class, Diary.class, DiaryResource.class))
                .overrideConfigKey("quarkus.http.auth.basic", "true")
                .overrideConfigKey("quarkus.security.users.embedded.enabled", "true")
                .overrideConfigKey("quarkus.security.users.embedded.plain-text", "true")
                .overrideConfigKey("quarkus.security.users.embedded.users.alice", "alice")
                .overrideConfigKey("quarkus.security.users.embedded.roles.alice", "admin")
                .overrideConfigKey("quarkus.security.users.embedded.users.bob", "bob")
                .overrideConfigKey("quarkus.security.users.embedded.roles.bob", "user");
    }

    static void assertThatEachUserHasEntries(String path) {
        String ofAlice = text(path, "alice");
        String ofBob = text(path, "bob");

        assertThat(ofAlice).startsWith("alice");
        assertThat(ofBob).startsWith("bob");
        assertThat(text(path, "alice")).isEqualTo(ofAlice);
        assertThat(text(path, "bob")).isEqualTo(ofBob);
        assertThat(text(path, null)).startsWith("nobody").isNotEqualTo(text(path, null));
    }

    static void assertThatOnlyAliceIsAnswered(String path) {
        get(path, "bob").statusCode(403);
        get(path, null).statusCode(401);
        String secret = text(path, "alice");

        assertThat(text(path, "alice")).isEqualTo(secret);
        get(path, "bob").statusCode(403);
        get(path, null).statusCode(401);
    }

    private static String text(String path, String user) {
        return get(path, user).statusCode(200).extract().asString();
    }

    private static ValidatableResponse get(String path, String user) {
        var request = user == null ? given() : given().auth().preemptive().basic(user, user);
        return request.get("/diary/" + path).then();
    }
}
