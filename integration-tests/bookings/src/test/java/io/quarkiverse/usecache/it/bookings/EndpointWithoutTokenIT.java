package io.quarkiverse.usecache.it.bookings;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class EndpointWithoutTokenIT {

    @Test
    void inProductionTheEndpointIsClosedUntilItIsGivenAToken() {
        Calls.load(Calls.SHORT);
        given().queryParam("tag", "bookings-data").post("/q/use-cache/revalidate").then().statusCode(403);
        assertEquals(List.of(), Calls.executedBy(Calls.SHORT));
    }
}
