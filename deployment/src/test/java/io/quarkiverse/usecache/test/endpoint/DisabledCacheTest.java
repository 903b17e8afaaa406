package io.quarkiverse.usecache.test.endpoint;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkus.test.QuarkusUnitTest;

/** Without caching the endpoint answers as ever, but there is nothing that it could drop or list. */
@Timeout(60)
class DisabledCacheTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest().withApplicationRoot(root -> root.addClass(Shop.class))
            .overrideRuntimeConfigKey("quarkus.use-cache.enabled", "false");

    @Inject
    Shop shop;

    @Test
    void nothingIsThereToBeRevalidated() {
        assertThat(shop.books("java")).isNotSameAs(shop.books("java"));
        given().queryParam("tag", "books").queryParam("count", "true").post("/q/use-cache/revalidate").then()
                .statusCode(200).body("entries", equalTo(0));
    }

    @Test
    void nothingIsThereToBeCleared() {
        given().header("Content-Type", "application/json").body("{\"all\":true}".getBytes()).post("/q/use-cache/clear").then()
                .statusCode(200);
    }

    @Test
    void nothingIsListed() {
        given().get("/q/use-cache/caches").then().statusCode(200).body("caches.entries", contains(0, 0));
        given().get("/q/use-cache/entries").then().statusCode(200).body("total", equalTo(0));
    }
}
