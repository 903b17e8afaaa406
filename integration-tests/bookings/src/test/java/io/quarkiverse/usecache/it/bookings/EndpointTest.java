package io.quarkiverse.usecache.it.bookings;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;

@QuarkusTest
@TestProfile(WithToken.class)
class EndpointTest {

    @Test
    void revalidatesByQuery() {
        Calls.load(Calls.SHORT);
        Calls.revalidate("bookings:short-haul").statusCode(200)
                .body("revalidated", equalTo(true), "tags", equalTo(List.of("bookings:short-haul")));
        assertEquals(List.of("byType(short-haul)"), Calls.executedBy(Calls.SHORT));
    }

    @Test
    void revalidatesByBody() {
        Calls.load(Calls.SHORT);
        given().auth().preemptive().oauth2(WithToken.TOKEN).contentType(ContentType.JSON)
                .body(Map.of("tags", List.of("bookings:short-haul"), "mode", "expire"))
                .post("/q/use-cache/revalidate").then().statusCode(200);
        assertEquals(List.of("byType(short-haul)"), Calls.executedBy(Calls.SHORT));
    }

    @Test
    void aWrongTokenRevalidatesNothing() {
        Calls.load(Calls.SHORT);
        given().auth().preemptive().oauth2("a-token-of-somebody-else").queryParam("tag", "bookings:short-haul")
                .post("/q/use-cache/revalidate").then().statusCode(401);
        assertEquals(List.of(), Calls.executedBy(Calls.SHORT));
    }

    @Test
    void listsTheTags() {
        Calls.load(Calls.SHORT);
        given().auth().preemptive().oauth2(WithToken.TOKEN).queryParam("q", "short").get("/q/use-cache/tags").then()
                .statusCode(200).body(containsString("bookings:short-haul"));
    }
}
