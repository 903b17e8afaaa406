package io.quarkiverse.usecache.test.endpoint.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import java.util.List;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.usecache.test.Packaged;
import io.quarkiverse.usecache.test.endpoint.Shop;
import io.quarkus.builder.Version;
import io.quarkus.maven.dependency.Dependency;
import io.quarkus.test.QuarkusProdModeTest;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;

/** A policy of Quarkus Security on the path takes the place of a token. */
@Timeout(60)
class PolicyInProductionTest {

    @RegisterExtension
    static final QuarkusProdModeTest APPLICATION = Packaged.application()
            .withApplicationRoot(root -> root.addClass(Shop.class))
            .setForcedDependencies(List.of(Dependency.of("io.quarkus", "quarkus-elytron-security-properties-file",
                    Version.getVersion())))
            .overrideConfigKey("quarkus.http.auth.permission.use-cache.paths", "/q/use-cache/*")
            .overrideConfigKey("quarkus.http.auth.permission.use-cache.policy", "use-cache")
            .overrideConfigKey("quarkus.http.auth.permission.lists.paths", "/q/use-cache/tags,/q/use-cache/caches")
            .overrideConfigKey("quarkus.http.auth.permission.lists.policy", "permit")
            .overrideConfigKey("quarkus.http.auth.policy.use-cache.roles-allowed", "operator")
            .overrideConfigKey("quarkus.http.auth.basic", "true")
            .overrideConfigKey("quarkus.security.users.embedded.enabled", "true")
            .overrideConfigKey("quarkus.security.users.embedded.plain-text", "true")
            .overrideConfigKey("quarkus.security.users.embedded.users.alice", "alice")
            .overrideConfigKey("quarkus.security.users.embedded.users.bob", "bob")
            .overrideConfigKey("quarkus.security.users.embedded.roles.alice", "operator")
            .overrideConfigKey("quarkus.security.users.embedded.roles.bob", "customer");

    @Test
    void aUserWithTheRoleMay() {
        as("alice").queryParam("tag", "a").post("/q/use-cache/revalidate").then().statusCode(200)
                .body("revalidated", equalTo(true));
        as("alice").get("/q/use-cache/entries").then().statusCode(200);
    }

    @Test
    void othersMayNot() {
        as("bob").queryParam("tag", "a").post("/q/use-cache/revalidate").then().statusCode(403);
        given().queryParam("tag", "a").post("/q/use-cache/revalidate").then().statusCode(401);
    }

    @Test
    void whatIsPermittedToAllIsNotProtected() {
        as("alice").get("/q/use-cache/tags").then().statusCode(403).contentType("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = { "Origin: https://shop.example.org", "Origin: null", "Sec-Fetch-Site: cross-site",
            "Sec-Fetch-Site: same-site" })
    @Tag("case76")
    void aForeignPageMayNotUseItsVisitorsPassword(String header) {
        String[] parts = header.split(": ");
        as("alice").header(parts[0], parts[1]).queryParam("tag", "a").post("/q/use-cache/revalidate").then().statusCode(403)
                .contentType("application/problem+json").body("detail",
                        equalTo("A page of another site has sent this request, and could do so without its visitor's consent. "
                                + "Send it from a page of this application or without a browser, "
                                + "or set quarkus.use-cache.endpoint.token and send that."));
        as("alice").header(parts[0], parts[1]).get("/q/use-cache/entries").then().statusCode(403);
    }

    @ParameterizedTest
    @ValueSource(strings = { "Sec-Fetch-Site: same-origin", "Sec-Fetch-Site: none", "Origin: http://localhost:%d" })
    void thePagesOfTheApplicationMay(String header) {
        String[] parts = header.formatted(RestAssured.port).split(": ");
        as("alice").header(parts[0], parts[1]).queryParam("tag", "a").post("/q/use-cache/revalidate").then().statusCode(200);
    }

    @Test
    void theStartDoesNotWarn() {
        assertThat(APPLICATION.getStartupConsoleOutput()).doesNotContain("The HTTP endpoint");
    }

    private static RequestSpecification as(String user) {
        return given().auth().preemptive().basic(user, user);
    }
}
