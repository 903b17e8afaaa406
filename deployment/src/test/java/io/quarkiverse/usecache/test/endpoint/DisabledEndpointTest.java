package io.quarkiverse.usecache.test.endpoint;

import static io.restassured.RestAssured.given;

import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.QuarkusUnitTest;

@Timeout(60)
class DisabledEndpointTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest().withApplicationRoot(root -> root.addClass(Shop.class))
            .overrideConfigKey("quarkus.use-cache.endpoint.enabled", "false");

    @ParameterizedTest
    @ValueSource(strings = { "revalidate", "clear", "caches", "tags", "entries", "changes" })
    void thereAreNoRoutes(String operation) {
        given().get("/q/use-cache/" + operation).then().statusCode(404);
        given().post("/q/use-cache/" + operation + "?tag=a").then().statusCode(404);
    }
}
