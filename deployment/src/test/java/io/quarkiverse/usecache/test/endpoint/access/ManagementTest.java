package io.quarkiverse.usecache.test.endpoint.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URL;
import java.nio.charset.StandardCharsets;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.usecache.TagCache;
import io.quarkiverse.usecache.test.endpoint.Shop;
import io.quarkus.test.QuarkusUnitTest;
import io.quarkus.test.common.http.TestHTTPResource;

@Timeout(60)
class ManagementTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest().withApplicationRoot(root -> root.addClass(Shop.class))
            .overrideConfigKey("quarkus.management.enabled", "true")
            .overrideConfigKey("quarkus.use-cache.endpoint.changes.enabled", "true")
            .overrideRuntimeConfigKey("quarkus.use-cache.endpoint.changes.tags", "books");

    @Inject
    TagCache tagCache;

    @TestHTTPResource(value = "/use-cache/", management = true)
    URL endpoint;

    @Inject
    Shop shop;

    @Test
    void theEndpointIsOnTheManagementInterface() {
        shop.books("java");
        given().header("Content-Type", "application/json").body("{\"tags\":[\"books\"],\"count\":true}".getBytes())
                .post(endpoint + "revalidate").then().statusCode(200).body("entries", equalTo(1));
        given().queryParam("tag", "books").post(endpoint + "revalidate").then().statusCode(200);
        given().get(endpoint + "caches").then().statusCode(200).header("Cache-Control", "no-store");
    }

    @Test
    void itTellsOfChangesThere() throws Exception {
        try (InputStream stream = new URL(endpoint + "changes").openStream()) {
            BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
            assertThat(lines.readLine()).startsWith("id: ");
            tagCache.revalidateTag("books");

            assertThat(lines.lines().filter(line -> line.startsWith("data: ")).findFirst()).get().asString().contains("books");
        }
        given().get("/q/use-cache/changes").then().statusCode(404);
    }

    @Test
    void itAnswersErrorsThere() {
        given().get(endpoint + "revalidate").then().statusCode(405).header("Allow", "POST, OPTIONS");
        given().get(endpoint + "other").then().statusCode(404).contentType("application/problem+json");
        given().header("Content-Type", "text/plain").body("books".getBytes()).post(endpoint + "revalidate").then()
                .statusCode(415);
        given().header("Content-Type", "application/json").body(new byte[65_537]).post(endpoint + "revalidate").then()
                .statusCode(413);
        given().header("Content-Type", "application/json").body("{}".getBytes()).post(endpoint + "revalidate").then()
                .statusCode(400).body("field", equalTo("tags"));
    }

    @Test
    void itIsNotOnTheApplicationsInterface() {
        given().post("/q/use-cache/revalidate?tag=books").then().statusCode(404);
    }
}
