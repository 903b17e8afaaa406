package io.quarkiverse.usecache.test.endpoint.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.usecache.test.FreePort;
import io.quarkiverse.usecache.test.Packaged;
import io.quarkiverse.usecache.test.endpoint.Shop;
import io.quarkus.builder.Version;
import io.quarkus.maven.dependency.Dependency;
import io.quarkus.test.QuarkusProdModeTest;
import io.restassured.specification.RequestSpecification;

/** On the management interface, policies are those of that interface. */
@Timeout(60)
class ManagementInProductionTest {

    private static final int PORT = FreePort.choose();

    @RegisterExtension
    static final QuarkusProdModeTest APPLICATION = Packaged.application()
            .withApplicationRoot(root -> root.addClass(Shop.class))
            .setForcedDependencies(List.of(Dependency.of("io.quarkus", "quarkus-elytron-security-properties-file",
                    Version.getVersion())))
            .overrideConfigKey("quarkus.management.enabled", "true")
            .overrideConfigKey("quarkus.management.port", String.valueOf(PORT))
            .overrideConfigKey("quarkus.management.auth.basic", "true")
            .overrideConfigKey("quarkus.management.auth.permission.use-cache.paths", "/q/use-cache/revalidate")
            .overrideConfigKey("quarkus.management.auth.permission.use-cache.policy", "authenticated")
            .overrideConfigKey("quarkus.http.auth.permission.all.paths", "/*")
            .overrideConfigKey("quarkus.http.auth.permission.all.policy", "authenticated")
            .overrideConfigKey("quarkus.security.users.embedded.enabled", "true")
            .overrideConfigKey("quarkus.security.users.embedded.plain-text", "true")
            .overrideConfigKey("quarkus.security.users.embedded.users.alice", "alice")
            .overrideConfigKey("quarkus.security.users.embedded.roles.alice", "operator");

    @Test
    void thePolicyOpensItsPath() {
        asAlice().queryParam("tag", "a").post("/q/use-cache/revalidate").then().statusCode(200);
        given().port(PORT).queryParam("tag", "a").post("/q/use-cache/revalidate").then().statusCode(401);
    }

    @Test
    void aPolicyOfTheOtherInterfaceDoesNotCount() {
        asAlice().get("/q/use-cache/tags").then().statusCode(403).contentType("application/problem+json");
    }

    @Test
    void theStartDoesNotWarn() {
        assertThat(APPLICATION.getStartupConsoleOutput()).doesNotContain("The HTTP endpoint");
    }

    private static RequestSpecification asAlice() {
        return given().port(PORT).auth().preemptive().basic("alice", "alice");
    }
}
