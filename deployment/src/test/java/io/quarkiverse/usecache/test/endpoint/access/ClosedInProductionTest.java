package io.quarkiverse.usecache.test.endpoint.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.usecache.test.Packaged;
import io.quarkiverse.usecache.test.endpoint.Shop;
import io.quarkus.test.QuarkusProdModeTest;

/** With neither a token nor a policy, a packaged application refuses everybody, and says so when it starts. */
@Timeout(60)
class ClosedInProductionTest {

    @RegisterExtension
    static final QuarkusProdModeTest APPLICATION = Packaged.application()
            .withApplicationRoot(root -> root.addClass(Shop.class));

    @ParameterizedTest
    @ValueSource(strings = { "revalidate", "clear", "caches", "tags", "entries", "other" })
    void everyOperationIsRefused(String operation) {
        given().header("Authorization", "Bearer anything-at-all-goes").post("/q/use-cache/" + operation).then().statusCode(403)
                .contentType("application/problem+json").header("Cache-Control", "no-store")
                .body("title", equalTo("Forbidden"), "status", equalTo(403), "detail",
                        equalTo("The endpoint is closed in production. Set quarkus.use-cache.endpoint.token, or protect "
                                + "the endpoint's own path with a policy of Quarkus Security; one for the whole site does not "
                                + "open it."));
    }

    @Test
    void theStartWarns() {
        assertThat(APPLICATION.getStartupConsoleOutput()).contains("WARN").contains("The HTTP endpoint [/q/use-cache] refuses "
                + "every request with status 403, because nothing protects it in production; "
                + "policies for more than this path do not count. Set quarkus.use-cache.endpoint.token, "
                + "or protect the path with a policy of its own by [quarkus.http.auth.permission.*], "
                + "or leave the endpoint out with quarkus.use-cache.endpoint.enabled=false.");
    }
}
