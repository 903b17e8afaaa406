package io.quarkiverse.usecache.test.guide;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.restassured.path.json.JsonPath;

/** The tests of the application, which know nothing of who caches. */
abstract class ForecastTests {

    @BeforeEach
    void forget() {
        given().delete("/weather").then().statusCode(204);
    }

    private static JsonPath ask(String city, int day) {
        return given().queryParam("city", city).queryParam("daysInFuture", day).get("/weather").then().statusCode(200)
                .extract().jsonPath();
    }

    /** How often the service ran for a question. */
    static int runsFor(String city, int day) {
        int before = ask("Nowhere", 0).getInt("executions");
        return ask(city, day).getInt("executions") - before;
    }

    private static String hottest(String city) {
        return given().queryParam("city", city).get("/weather/hottest").then().statusCode(200).extract().asString();
    }

    @Test
    void aSecondQuestionRunsNothing() {
        List<String> first = ask("Raleigh", 0).getList("daily");
        assertThat(first).hasSize(3).allMatch(day -> day.endsWith("in Raleigh"));
        assertThat(runsFor("Raleigh", 0)).isZero();
        assertThat(ask("Raleigh", 0).<String> getList("daily")).isEqualTo(first);
    }

    @Test
    void daysThatWereAskedForAreNotAskedForAgain() {
        assertThat(runsFor("Raleigh", 0)).isEqualTo(3);
        assertThat(runsFor("Raleigh", 1)).isEqualTo(1);
        assertThat(runsFor("Durham", 1)).isEqualTo(3);
    }

    @Test
    void oneDayOfOneCityIsForgotten() {
        ask("Raleigh", 0);
        ask("Durham", 0);
        for (int day : List.of(0, 1)) {
            given().queryParam("city", "Raleigh").queryParam("day", day).delete("/weather").then().statusCode(204);
            assertThat(runsFor("Durham", 0)).isZero();
            assertThat(runsFor("Raleigh", 0)).isEqualTo(1);
        }
    }

    @Test
    void allIsForgotten() {
        ask("Raleigh", 0);
        ask("Durham", 0);
        given().delete("/weather").then().statusCode(204);
        assertThat(runsFor("Raleigh", 0)).isEqualTo(3);
        assertThat(runsFor("Durham", 0)).isEqualTo(3);
    }

    @Test
    void codeCachesToo() {
        String first = hottest("Raleigh");
        String other = hottest("Durham");
        assertThat(hottest("Raleigh")).isEqualTo(first);
        given().queryParam("city", "Raleigh").delete("/weather/hottest").then().statusCode(204);
        assertThat(hottest("Raleigh")).isNotEqualTo(first);
        assertThat(hottest("Durham")).isEqualTo(other);
    }
}
