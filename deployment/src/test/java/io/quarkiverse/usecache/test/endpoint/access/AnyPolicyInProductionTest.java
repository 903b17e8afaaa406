package io.quarkiverse.usecache.test.endpoint.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.usecache.test.Packaged;
import io.quarkiverse.usecache.test.endpoint.Shop;
import io.quarkus.builder.Version;
import io.quarkus.maven.dependency.Dependency;
import io.quarkus.test.QuarkusProdModeTest;

/** An application whose users may all use the endpoint says so. */
@Timeout(120)
class AnyPolicyInProductionTest {

    @RegisterExtension
    static final QuarkusProdModeTest APPLICATION = Packaged.application()
            .withApplicationRoot(root -> root.addClass(Shop.class))
            .setForcedDependencies(List.of(Dependency.of("io.quarkus", "quarkus-elytron-security-properties-file",
                    Version.getVersion())))
            .overrideConfigKey("quarkus.use-cache.endpoint.any-policy", "true")
            .overrideConfigKey("quarkus.http.auth.permission.site.paths", "/*")
            .overrideConfigKey("quarkus.http.auth.permission.site.policy", "authenticated")
            .overrideConfigKey("quarkus.http.auth.basic", "true")
            .overrideConfigKey("quarkus.security.users.embedded.enabled", "true")
            .overrideConfigKey("quarkus.security.users.embedded.plain-text", "true")
            .overrideConfigKey("quarkus.security.users.embedded.users.alice", "alice")
            .overrideConfigKey("quarkus.security.users.embedded.roles.alice", "customer");

    @Test
    void aPolicyForTheWholeSiteOpensIt() {
        given().auth().preemptive().basic("alice", "alice").get("/q/use-cache/entries").then().statusCode(200);
        given().get("/q/use-cache/entries").then().statusCode(401);
        assertThat(APPLICATION.getStartupConsoleOutput()).doesNotContain("The HTTP endpoint");
    }
}
