package io.quarkiverse.usecache.it.neighbours;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.restassured.http.ContentType;

/** The packaged application, jar or executable, whose answers are seen to be cached where the rate behind them has changed. */
@QuarkusIntegrationTest
@Timeout(120)
class GraphQLIT {

    private static int ask(String query, String path) {
        return given().contentType(ContentType.JSON).body(Map.of("query", query)).post("/graphql").then().statusCode(200)
                .extract().path("data." + path);
    }

    @ParameterizedTest
    @ValueSource(strings = { "quote", "later" })
    void aMutationRevalidatesWhatIsCached(String field) {
        String query = "{ %s(currency: \"%s\") { value half } }".formatted(field, field);
        assertThat(ask(query, field + ".value")).isEqualTo(100);

        ask("mutation { change(currency: \"%s\", value: 110) { value } }".formatted(field), "change.value");

        assertThat(ask(query, field + ".value")).isEqualTo(110);
        assertThat(ask(query, field + ".half")).isEqualTo(55);
    }
}
