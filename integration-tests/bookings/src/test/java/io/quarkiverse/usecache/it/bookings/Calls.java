package io.quarkiverse.usecache.it.bookings;

import static io.restassured.RestAssured.given;

import java.util.List;
import java.util.Map;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;

/** What tests say to the application, from outside: they run against the packaged jar, too. */
final class Calls {

    static final String SHORT = "/types/short-haul/bookings";
    static final String MEDIUM = "/types/medium-haul/bookings";
    static final String LONG = "/types/long-haul/bookings";
    static final String STATISTICS = "/statistics";

    private Calls() {
    }

    static JsonPath get(String path) {
        return given().get(path).then().statusCode(200).extract().jsonPath();
    }

    /** The bodies of cached methods that ran for this request; empty for a hit. */
    static List<String> executedBy(String path) {
        return get(path).getList("executed");
    }

    /** Makes the entries of these paths, or finds them. */
    static void load(String... paths) {
        for (String path : paths) {
            get(path);
        }
    }

    static ValidatableResponse revalidate(String... tags) {
        return given().auth().preemptive().oauth2(WithToken.TOKEN)
                .queryParam("tag", (Object[]) tags)
                .post("/q/use-cache/revalidate").then();
    }

    static ValidatableResponse update(long booking, int delay, String mode) {
        return given().contentType(ContentType.JSON).body(Map.of("delay", delay))
                .queryParam("mode", mode)
                .patch("/bookings/{id}", booking).then();
    }

    static void rename(String customer, String name) {
        given().contentType(ContentType.JSON).body(Map.of("name", name))
                .patch("/customers/{id}", customer).then().statusCode(200);
    }

    /** How often a body ran since the application started, refreshes behind a request included. */
    static long executionsOf(String call) {
        Map<String, Integer> counts = get("/executions").getMap("");
        return counts.getOrDefault(call, 0);
    }
}
