package io.quarkiverse.usecache.test.edge;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.usecache.RevalidationMode;
import io.quarkiverse.usecache.TagCache;
import io.quarkiverse.usecache.test.HandTicker;
import io.quarkus.test.QuarkusUnitTest;
import io.restassured.response.Response;

@Timeout(60)
class EntityTagTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(
                    root -> root.addClasses(Catalogue.class, Stock.class, ShopResource.class, MappedExceptions.class,
                            HandTicker.class))
            .overrideConfigKey("quarkus.use-cache.http.headers", "Cache-Tag,Cache-Control,Age,Cache-Status,ETag");

    @Inject
    TagCache tagCache;

    @Inject
    HandTicker ticker;

    @BeforeEach
    void forget() {
        tagCache.clearAll();
    }

    private static Response get(String path, Map<String, String> headers) {
        return given().headers(headers).get("/shop/" + path);
    }

    private static Response get(String path) {
        return get(path, Map.of());
    }

    private static String tagOf(String path) {
        return get(path).header("ETag");
    }

    private static Response ask(String path, String tag) {
        return get(path, Map.of("If-None-Match", tag));
    }

    @Test
    void whoHasTheAnswerIsToldSoBeforeTheMethodRuns() {
        String tag = tagOf("product/1");
        ticker.advance(Duration.ofSeconds(10));
        int answers = ShopResource.ANSWERS.get();
        Response response = ask("product/1", "\"other\", " + tag);

        assertThat(tag).matches("W/\"[A-Za-z0-9_-]{22}\"");
        assertThat(response.statusCode()).isEqualTo(304);
        assertThat(response.asString()).isEmpty();
        assertThat(ShopResource.ANSWERS).hasValue(answers);
        assertThat(response.header("ETag")).isEqualTo(tag);
        assertThat(response.header("Cache-Tag")).isEqualTo("products,product:1");
        assertThat(response.header("Cache-Control")).isEqualTo("max-age=300, s-maxage=3600, stale-while-revalidate=82800");
        assertThat(response.header("Age")).isEqualTo("10");
        assertThat(response.header("Cache-Status")).isEqualTo("use-cache;hit;ttl=3590");
    }

    @Test
    void theSameStateHasTheSameTag() {
        assertThat(tagOf("product/1")).isEqualTo(tagOf("product/1")).isNotEqualTo(tagOf("product/2"));
        assertThat(tagOf("parallel/1")).isEqualTo(tagOf("parallel/1"));
        assertThat(given().headers("If-None-Match", given().head("/shop/product/1").header("ETag")).head("/shop/product/1")
                .statusCode()).isEqualTo(304);
    }

    @Test
    void whatWasRevalidatedIsMadeAnew() {
        for (RevalidationMode mode : RevalidationMode.values()) {
            String tag = tagOf("product/1");
            tagCache.revalidateTag(mode, "product:1");

            assertThat(ask("product/1", tag).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void whatIsStaleOrClearedIsMadeAnew() {
        String tag = tagOf("product/1");
        ticker.advance(Duration.ofMinutes(61));

        assertThat(ask("product/1", tag).statusCode()).isEqualTo(200);

        tagCache.clearAll();
        String next = tagOf("product/1");
        tagCache.clear("default");

        assertThat(ask("product/1", next).statusCode()).isEqualTo(200);
    }

    /** One of the calls would be given another value. */
    @Test
    void everyCallCounts() {
        String tag = tagOf("uni/1");

        assertThat(ask("uni/1", tag).statusCode()).isEqualTo(304);

        tagCache.revalidateTag("reviews");

        assertThat(ask("uni/1", tag).statusCode()).isEqualTo(200);
    }

    @Test
    void anAnswerOlderThanARevalidationHasNoTag() {
        assertThat(tagOf("revalidating/1")).isNull();
    }

    @Test
    void aTagIsGoodForItsAddressAlone() {
        String tag = tagOf("product/1");
        tagOf("product/2");
        tagOf("sub/1");

        assertThat(ask("product/2", tag).statusCode()).isEqualTo(200);
        assertThat(ask("sub/1", tag).statusCode()).isEqualTo(200);
        assertThat(ask("product/1?other", tag).statusCode()).isEqualTo(200);
        assertThat(ask("product/1", "*").statusCode()).isEqualTo(200);
    }

    /** Any header may decide what an answer holds: an API key, a tenant, a language. */
    @Test
    void aTagIsGoodForTheSameRequestAlone() {
        Map<String, String> request = Map.of("X-Api-Key", "a", "Accept-Language", "de");
        String tag = get("product/1", request).header("ETag");

        assertThat(get("product/1", Map.of("X-Api-Key", "a", "Accept-Language", "de", "If-None-Match", tag)).statusCode())
                .isEqualTo(304);
        assertThat(get("product/1", Map.of("X-Api-Key", "b", "Accept-Language", "de", "If-None-Match", tag)).statusCode())
                .isEqualTo(200);
        assertThat(get("product/1", Map.of("X-Api-Key", "a", "Accept-Language", "en", "If-None-Match", tag)).statusCode())
                .isEqualTo(200);
        assertThat(ask("product/1", tag).statusCode()).isEqualTo(200);
    }

    /** A client may say that there is no body, and ask for another protocol at first. */
    @Test
    void headersThatSayNothingOfTheAnswerDoNotCount() {
        String tag = get("product/1", Map.of("Content-Length", "0", "User-Agent", "a", "traceparent", "b")).header("ETag");

        assertThat(ask("product/1", tag).statusCode()).isEqualTo(304);
        assertThat(given().header("If-None-Match", tag).body("x").get("/shop/product/1").statusCode()).isEqualTo(200);
    }

    @Test
    void aRequestOfAUserIsNeverAnsweredSo() {
        String tag = tagOf("product/1");
        for (String header : new String[] { "Cookie", "Authorization", "Proxy-Authorization" }) {
            Response response = get("product/1", Map.of(header, "a=b", "If-None-Match", tag));

            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.header("ETag")).isNull();
        }
        assertThat(get("product/1", Map.of("Authorization", "a")).header("Cache-Control")).isEqualTo("private");
    }

    @Test
    void whatTheAnswerVariesByIsSaidAgain() {
        String tag = tagOf("varied/1/Accept-Language");

        assertThat(ask("varied/1/Accept-Language", tag).header("Vary")).isEqualTo("Accept-Language");
        assertThat(tagOf("varied/1/User-Agent")).isNull();
        assertThat(tagOf("varied/1/*")).isNull();
    }

    @Test
    void aTagOfTheApplicationStays() {
        assertThat(tagOf("validated/1")).isEqualTo("\"own\"");
        assertThat(ask("validated/1", "\"own\"").statusCode()).isEqualTo(200);
    }

    @Test
    void whatCannotBeKnownHasNoTag() {
        assertThat(tagOf("none")).isNull();
        assertThat(tagOf("caught/1")).isNull();
        assertThat(tagOf("cookie/1")).isNull();
    }

    @Test
    void theStatusTellsWhatBecameOfTheCalls() {
        assertThat(get("product/1").header("Cache-Status")).isEqualTo("use-cache;fwd=miss;ttl=3600");
        assertThat(get("both/1").header("Cache-Status")).isEqualTo("use-cache;fwd=miss;ttl=900;detail=\"hit 1, miss 1\"");
        ticker.advance(Duration.ofMinutes(61));
        assertThat(get("product/1").header("Cache-Status")).isEqualTo("use-cache;hit;ttl=0;detail=\"stale 1\"");
    }
}
