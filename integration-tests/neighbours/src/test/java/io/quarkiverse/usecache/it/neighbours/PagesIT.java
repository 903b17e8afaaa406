package io.quarkiverse.usecache.it.neighbours;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.startsWith;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.restassured.response.Response;

/** The packaged application, jar or executable. Each test has pages of its own. */
@QuarkusIntegrationTest
@Timeout(120)
class PagesIT {

    private static final String MISS = "use-cache;fwd=miss";
    private static final String HIT = "use-cache;hit";

    private static Response page(String path) {
        Response page = given().get("/pages/" + path);
        page.then().statusCode(200);
        return page;
    }

    private static String status(String path) {
        return page(path).header("Cache-Status");
    }

    @ParameterizedTest
    @ValueSource(strings = { "rates/page", "rates/page/later", "checked/pge", "countries/page" })
    void whatWasLoadedIsAHitTheNextTime(String path) {
        assertThat(status(path)).startsWith(MISS);
        assertThat(status(path)).startsWith(HIT);
    }

    @Test
    void anAnswerSaysWhatItWasMadeOf() {
        Response answer = page("rates/tagged");

        answer.then().header("Cache-Tag", "rate:tagged").header("Cache-Control", containsString("max-age=300"));
        given().header("If-None-Match", answer.header("ETag")).get("/pages/rates/tagged").then().statusCode(304);
    }

    @Test
    void whatIsMadeWhileTheApplicationIsBuiltIsCachedWhenItRuns() {
        for (int call = 0; call < 2; call++) {
            given().header("Base-Currency", "").get("/pages/rates/usd").then().header("Base-Currency", "base1");
        }
    }

    @Test
    void aMessageRevalidates() {
        page("rates/message");

        given().put("/pages/rates/message/107").then().statusCode(204);

        await().untilAsserted(() -> assertThat(page("rates/message").asString()).isEqualTo("107"));
    }

    @Test
    void soDoesAJob() {
        int before = Integer.parseInt(page("rates/raised").asString());

        await().atMost(Duration.ofSeconds(60))
                .until(() -> Integer.parseInt(page("rates/raised").asString()) > before);
    }

    @Test
    void soDoesARepositoryAfterItsCommit() {
        assertThat(page("countries/eur").asString()).isEmpty();

        given().put("/pages/countries/eur/fr").then().statusCode(204);

        assertThat(page("countries/eur").asString()).isEqualTo("fr");
    }

    @Test
    void whatIsInvalidIsNotKept() {
        given().get("/pages/checked/too-long").then().statusCode(500);
        given().get("/pages/checked/too-long").then().statusCode(500);
    }

    @Test
    void aLoadIsTriedAgainWithinOneCall() {
        assertThat(page("retried/usd").asString()).isEqualTo("3");
        assertThat(page("retried/usd").asString()).isEqualTo("0");
    }

    @Test
    void aMethodOfQuarkusCacheIsServedToo() {
        String forecast = page("forecasts/Bonn").asString();
        page("forecasts/Bonn").then().header("Cache-Status", startsWith(HIT)).header("Cache-Tag", "city:Bonn");

        given().delete("/pages/forecasts/Bonn").then().statusCode(204);

        assertThat(page("forecasts/Bonn").asString()).isNotEqualTo(forecast);
    }

    @Test
    void whatThereWasIsCounted() {
        page("rates/counted");
        page("rates/counted");

        assertThat(given().get("/q/metrics").asString())
                .containsPattern("cache_gets_total\\{cache=\"default\",.*result=\"hit\".*} [1-9]")
                .containsPattern("use_cache_load_seconds_count\\{cache=\"default\",.*outcome=\"success\".*} [1-9]")
                .containsPattern("use_cache_load_seconds_count\\{cache=\"forecasts\"");
    }
}
