package io.quarkiverse.usecache.test.endpoint.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import java.util.List;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.usecache.test.endpoint.Shop;
import io.quarkus.test.QuarkusUnitTest;

@Timeout(60)
class TokenTest {

    private static final String TOKEN = "correct-horse-battery-staple";

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest().withApplicationRoot(root -> root.addClass(Shop.class))
            .overrideRuntimeConfigKey("quarkus.use-cache.endpoint.token", TOKEN)
            .overrideRuntimeConfigKey("quarkus.use-cache.endpoint.tokens", "the-next-token-of-all,the-one-after-the-next");

    @Inject
    Shop shop;

    @ParameterizedTest
    @ValueSource(strings = { "Bearer " + TOKEN, "bearer " + TOKEN })
    void theTokenOpensTheEndpoint(String authorization) {
        given().header("Authorization", authorization).queryParam("tag", "a").post("/q/use-cache/revalidate").then()
                .statusCode(200);
    }

    @Test
    void furtherTokensOpenItAsWell() {
        for (String token : List.of("the-next-token-of-all", "the-one-after-the-next")) {
            given().header("Authorization", "Bearer " + token).get("/q/use-cache/caches").then().statusCode(200);
        }
        given().header("Authorization", "Bearer the-next-token-of-all,the-one-after-the-next").get("/q/use-cache/caches").then()
                .statusCode(401).body("detail",
                        equalTo("The request has another token than those of quarkus.use-cache.endpoint.token and tokens. "
                                + "Send one of them in the header Authorization: Bearer <token>."));
    }

    @Test
    void aForeignPageThatHasTheTokenMay() {
        given().header("Authorization", "Bearer " + TOKEN).header("Origin", "https://shop.example.org")
                .header("Sec-Fetch-Site", "cross-site").get("/q/use-cache/caches").then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = { "Bearer " + TOKEN + "x", "Bearer correct-horse-battery", "Bearer", "Bearer ", TOKEN,
            "Basic " + TOKEN, "" })
    void anythingElseDoesNot(String authorization) {
        shop.books("java");
        Shop.EXECUTIONS.set(0);
        given().header("Authorization", authorization).queryParam("tag", "books").post("/q/use-cache/revalidate").then()
                .statusCode(401).header("WWW-Authenticate", "Bearer").header("Cache-Control", "no-store")
                .contentType("application/problem+json").body("title", equalTo("Unauthorized"), "status", equalTo(401));
        shop.books("java");
        assertThat(Shop.EXECUTIONS).hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(strings = { "revalidate", "clear", "caches", "tags", "entries", "other" })
    void everyOperationNeedsIt(String operation) {
        given().get("/q/use-cache/" + operation).then().statusCode(401).body("detail",
                equalTo("The request has no token. Send it in the header Authorization: Bearer <token>."));
    }

    @Test
    void theApplicationDoesNotNeedIt() {
        given().get("/shop/java").then().statusCode(200);
    }
}
