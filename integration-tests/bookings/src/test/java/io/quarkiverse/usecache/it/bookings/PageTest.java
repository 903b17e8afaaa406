package io.quarkiverse.usecache.it.bookings;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

@QuarkusTest
@TestProfile(WithToken.class)
class PageTest {

    @Test
    void thePageIsServed() {
        given().get("/").then().statusCode(200).body(containsString("<h1>Bookings</h1>"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "/", "/app.js", "/panel.js", "/views.js", "/api.js", "/style.css", "/nodes.html",
            "/nodes.js" })
    void thePageAsksNobodyElse(String part) {
        given().get(part).then().statusCode(200).body(not(containsString("//")));
    }
}
