package io.quarkiverse.usecache.it.bookings;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;

@QuarkusTest
@TestProfile(WithToken.class)
class DataTest {

    @Test
    void tenThousandFlightsAreLoaded() {
        List<Integer> bookings = Calls.get(Calls.STATISTICS).getList("content.bookings");
        assertEquals(List.of(4639, 4299, 1062), bookings);
        assertEquals(218, Calls.get("/customers").getList("content").size());
    }

    @Test
    void typesFollowFromTheDistance() {
        assertTrue(Calls.get(Calls.SHORT).<Integer> getList("content.miles").stream().allMatch(miles -> miles < 500));
        assertTrue(Calls.get(Calls.LONG).<Integer> getList("content.miles").stream().allMatch(miles -> miles >= 1500));
    }

    @Test
    void aBookingIsTheFlightOfItsLine() {
        given().get("/bookings/1").then().statusCode(200)
                .body("content.customerId", is("DTW"), "content.destination", is("LAS"),
                        "content.departure", is("2001-01-01T00:47:00"), "content.type", is("long-haul"));
    }

    @Test
    void whatDoesNotExistIsNotFound() {
        given().get("/bookings/10001").then().statusCode(404).body("error", equalTo("There is no booking [10001]."));
        given().get("/types/ferry/bookings").then().statusCode(404);
        Calls.update(10001, 5, "EXPIRE").statusCode(404);
    }

    @Test
    void aChangeSaysWhatChanges() {
        given().contentType(ContentType.JSON).body(Map.of()).patch("/bookings/1").then().statusCode(400);
        given().contentType(ContentType.JSON).body(Map.of("name", " ")).patch("/customers/ORD").then().statusCode(400);
    }
}
