package org.acme;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class PriceResourceTest {

    @Test
    void aPriceIsReadOnceUntilItChanges() {
        String first = readAt("apple");
        String other = readAt("pear");
        assertEquals(first, readAt("apple"));

        given().queryParam("cents", 35).put("/prices/apple").then().statusCode(204);

        assertNotEquals(first, readAt("apple"));
        assertEquals(other, readAt("pear"));
    }

    private static String readAt(String item) {
        return given().get("/prices/" + item).then().statusCode(200).extract().path("readAt");
    }
}
