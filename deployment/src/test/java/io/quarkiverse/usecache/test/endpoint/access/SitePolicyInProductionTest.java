package io.quarkiverse.usecache.test.endpoint.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

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

/** A policy for the whole site protects the endpoint from strangers, and does not open it to each of the site's users. */
@Timeout(120)
class SitePolicyInProductionTest {

    @RegisterExtension
    static final QuarkusProdModeTest APPLICATION = Packaged.application()
            .withApplicationRoot(root -> root.addClass(Shop.class))
            .setForcedDependencies(List.of(Dependency.of("io.quarkus", "quarkus-elytron-security-properties-file",
                    Version.getVersion())))
            .overrideConfigKey("quarkus.http.auth.permission.site.paths", "/*,/q/*")
            .overrideConfigKey("quarkus.http.auth.permission.site.policy", "authenticated")
            .overrideConfigKey("quarkus.http.auth.basic", "true")
            .overrideConfigKey("quarkus.security.users.embedded.enabled", "true")
            .overrideConfigKey("quarkus.security.users.embedded.plain-text", "true")
            .overrideConfigKey("quarkus.security.users.embedded.users.alice", "alice")
            .overrideConfigKey("quarkus.security.users.embedded.roles.alice", "customer");

    @ParameterizedTest
    @ValueSource(strings = { "revalidate", "clear", "caches", "tags", "entries", "other" })
    @Tag("case76")
    void anOrdinaryUserIsRefused(String operation) {
        given().auth().preemptive().basic("alice", "alice").post("/q/use-cache/" + operation).then().statusCode(403)
                .contentType("application/problem+json");
        given().post("/q/use-cache/" + operation).then().statusCode(401);
    }

    @Test
    void theStartWarns() {
        assertThat(APPLICATION.getStartupConsoleOutput()).contains("WARN").contains("The HTTP endpoint [/q/use-cache] refuses")
                .contains("policies for more than this path do not count");
    }
}
