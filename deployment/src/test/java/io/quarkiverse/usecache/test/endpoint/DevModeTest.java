package io.quarkiverse.usecache.test.endpoint;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.usecache.test.DevMode;
import io.quarkus.test.QuarkusDevModeTest;
import io.restassured.specification.RequestSpecification;

/** In dev mode the machine itself needs no token, and may see values. */
@Timeout(60)
@Tag("slow")
class DevModeTest {

    @RegisterExtension
    static final QuarkusDevModeTest APPLICATION = DevMode.test().withApplicationRoot(root -> root
            .addClass(Shop.class));

    @Test
    void valuesAreShownWhenAskedFor() {
        local().get("/shop/java").then().statusCode(200);
        local().get("/q/use-cache/entries?values=true").then().statusCode(200).body("entries[0].value",
                contains("java-1", "java-2"));
        local().get("/q/use-cache/entries").then().statusCode(200).body("entries[0]", not(hasKey("value")));
        local().queryParam("tag", "books").post("/q/use-cache/revalidate").then().statusCode(200).body("revalidated",
                equalTo(true));
        local().header("Origin", "https://shop.example.org").get("/q/use-cache/entries?values=true").then().statusCode(403);
    }

    @Test
    @Tag("case76")
    void aForwardedRequestSeesNothing() {
        local().header("X-Forwarded-For", "127.0.0.1").get("/q/use-cache/entries?values=true").then().statusCode(403);
        local().header("X-Forwarded-Host", "localhost").get("/q/use-cache/entries?values=true").then().statusCode(403);
        local().header("Sec-Fetch-Site", "cross-site").get("/q/use-cache/entries?values=true").then().statusCode(403);
    }

    private static RequestSpecification local() {
        return given().port(DevMode.PORT);
    }
}
