package io.quarkiverse.usecache.it.neighbours;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.quarkiverse.usecache.test.CacheProbe;
import io.quarkiverse.usecache.test.ClearCaches;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;

@QuarkusTest
@ClearCaches
@Timeout(60)
class GraphQLTest {

    @Inject
    CacheProbe cache;

    @Inject
    Rates rates;

    @BeforeEach
    void set() {
        rates.set("gql", 100);
    }

    @Test
    void aResolverIsCached() {
        CacheProbe quote = cache.of(RatesApi.class, "quote");
        String query = "{ quote(currency: \"gql\") { value } }";

        assertThat(quote.assertLoad(() -> ask(query, "quote.value"))).isEqualTo(100);
        assertThat(quote.assertHit(() -> ask(query, "quote.value"))).isEqualTo(100);
    }

    @Test
    void soIsOneThatIsAsynchronous() {
        CacheProbe later = cache.of(RatesApi.class, "later");
        String query = "{ later(currency: \"gql\") { value } }";

        assertThat(later.assertLoad(() -> ask(query, "later.value"))).isEqualTo(100);
        assertThat(later.assertHit(() -> ask(query, "later.value"))).isEqualTo(100);
    }

    @Test
    void soIsThatOfAField() {
        CacheProbe half = cache.of(RatesApi.class, "half");
        String query = "{ quote(currency: \"gql\") { half } }";

        assertThat(half.assertLoad(() -> ask(query, "quote.half"))).isEqualTo(50);
        assertThat(half.assertHit(() -> ask(query, "quote.half"))).isEqualTo(50);
    }

    @Test
    void aMutationRevalidates() {
        CacheProbe quote = cache.of(RatesApi.class, "quote");
        String query = "{ quote(currency: \"gql\") { value } }";
        ask(query, "quote.value");

        ask("mutation { change(currency: \"gql\", value: 110) { value } }", "change.value");

        assertThat(quote.assertLoad(() -> ask(query, "quote.value"))).isEqualTo(110);
    }

    @Test
    void oneThatFailsDoesNot() {
        CacheProbe quote = cache.of(RatesApi.class, "quote");
        String query = "{ quote(currency: \"gql\") { value } }";
        ask(query, "quote.value");

        Integer changed = ask("mutation { change(currency: \"gql\", value: -1) { value } }", "change.value");

        assertThat(changed).isNull();
        quote.assertHit(() -> ask(query, "quote.value"));
    }

    private static Integer ask(String query, String path) {
        return given().contentType(ContentType.JSON).body(Map.of("query", query)).post("/graphql").then().statusCode(200)
                .extract().path("data." + path);
    }
}
