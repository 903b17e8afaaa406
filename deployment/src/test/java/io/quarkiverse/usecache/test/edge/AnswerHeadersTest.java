package io.quarkiverse.usecache.test.edge;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.logging.Level;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.usecache.RevalidationMode;
import io.quarkiverse.usecache.TagCache;
import io.quarkiverse.usecache.test.HandTicker;
import io.quarkus.test.QuarkusUnitTest;
import io.restassured.http.Headers;
import io.restassured.response.Response;

@Timeout(60)
class AnswerHeadersTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(
                    root -> root.addClasses(Catalogue.class, Stock.class, ShopResource.class, MappedExceptions.class,
                            HandTicker.class))
            .overrideConfigKey("quarkus.use-cache.http.headers",
                    "Cache-Tag,Surrogate-Key,xkey,cache-groups,Cache-Control,CDN-Cache-Control,Cache-Group-Invalidation")
            .overrideConfigKey("quarkus.use-cache.http.tags", "(?!secret).*")
            .setLogRecordPredicate(record -> record.getLoggerName().contains("usecache")
                    && record.getLevel().intValue() >= Level.WARNING.intValue())
            .assertLogRecords(records -> assertThat(records.stream().filter(record -> record.getMessage().contains("headers")))
                    .hasSize(1).allMatch(record -> record.getMessage().contains("once for each header")));

    @Inject
    TagCache tagCache;

    @Inject
    HandTicker ticker;

    @BeforeEach
    void forget() {
        tagCache.clearAll();
    }

    private static Headers get(String path) {
        Response response = given().get("/shop/" + path);
        assertThat(response.statusCode()).isBetween(200, 299);
        return response.headers();
    }

    private static void assertNothing(Headers headers) {
        assertThat(Stream.of("Cache-Tag", "Surrogate-Key", "xkey", "Cache-Groups", "Cache-Control", "CDN-Cache-Control")
                .filter(headers::hasHeaderWithName)).isEmpty();
    }

    @Test
    void tagsOfALoadAndOfAHitAreTheSame() {
        for (int i = 0; i < 2; i++) {
            Headers headers = get("product/1");

            assertThat(headers.getValue("Cache-Tag")).isEqualTo("products,product:1");
            assertThat(headers.getValue("Surrogate-Key")).isEqualTo("products product:1");
            assertThat(headers.getValue("xkey")).isEqualTo("products product:1");
            assertThat(headers.getValue("Cache-Groups")).isEqualTo("\"products\", \"product:1\"");
        }
    }

    @Test
    void livesAreThoseOfTheProfile() {
        Headers headers = get("product/1");

        assertThat(headers.getValue("Cache-Control")).isEqualTo("max-age=300, s-maxage=3600, stale-while-revalidate=82800");
        assertThat(headers.getValue("CDN-Cache-Control")).isEqualTo("max-age=3600, stale-while-revalidate=82800");
    }

    @Test
    void agesAreTakenOffFromTheStartOfTheLoad() {
        get("product/1");
        ticker.advance(Duration.ofSeconds(100));

        assertThat(get("product/1").getValue("Cache-Control"))
                .isEqualTo("max-age=200, s-maxage=3500, stale-while-revalidate=82800");
    }

    @Test
    void theShortestLifeOfAllCallsCounts() {
        get("product/1");
        ticker.advance(Duration.ofSeconds(3_000));

        assertThat(get("both/1").getValue("Cache-Control"))
                .isEqualTo("max-age=0, s-maxage=600, stale-while-revalidate=82800");
    }

    @Test
    void whatLivesForEverIsSaidToLiveForAYear() {
        assertThat(get("own/1/public").getValue("Cache-Control")).isEqualTo("public");
        assertThat(get("tagged?tag=a").getValue("Cache-Control"))
                .isEqualTo("max-age=300, s-maxage=900, stale-while-revalidate=31535100");
    }

    @Test
    void whatIsServedStaleIsNotFreshForAnybody() {
        get("product/1");
        ticker.advance(Duration.ofHours(2));

        assertThat(get("product/1").getValue("Cache-Control"))
                .isEqualTo("max-age=0, s-maxage=0, stale-while-revalidate=79200");
    }

    @Test
    void whatWasMadeStaleIsNotFreshForAnybody() {
        get("product/1");
        tagCache.revalidateTag(RevalidationMode.STALE, "products");

        assertThat(get("product/1").getValue("Cache-Control"))
                .isEqualTo("max-age=0, s-maxage=0, stale-while-revalidate=86400");
    }

    @ParameterizedTest
    @ValueSource(strings = { "product", "loop", "executor", "virtual", "sub", "keyed" })
    void callsAreKnownOnWhateverThread(String way) {
        for (int i = 0; i < 2; i++) {
            assertThat(get(way + "/1").getValue("Cache-Tag")).isEqualTo("products,product:1");
        }
    }

    @Test
    void callsAreKnownInStages() {
        for (int i = 0; i < 2; i++) {
            assertThat(get("uni/1").getValue("Cache-Tag")).isEqualTo("prices,reviews,products,product:1");
            assertThat(get("stage/1").getValue("Cache-Tag")).isEqualTo("reviews");
            assertThat(get("parallel/1").getValue("Cache-Tag").split(",")).containsExactlyInAnyOrder("prices", "reviews");
            tagCache.revalidateTag("reviews");
        }
    }

    /** The outer method declares a longer life, and it is the outer result that is in the answer. */
    @Test
    void aNestedCallIsPartOfTheCallAroundIt() {
        for (int i = 0; i < 2; i++) {
            Headers headers = get("page/1");

            assertThat(headers.getValue("Cache-Tag").split(",")).containsExactlyInAnyOrder("pages", "products", "product:1");
            assertThat(headers.getValue("Cache-Control")).startsWith("max-age=300, s-maxage=86400");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "caught/1", "mapped/1", "uncacheable/1", "revalidating/1", "streamed/1", "none", "found/1",
            "cookie/1", "vertx-cookie/1" })
    void whatIsNotKnownAsAWholeGetsNothing(String path) {
        assertNothing(get(path));
        assertNothing(get(path));
    }

    @Test
    void whatIsStreamedGetsNothing() {
        assertNothing(given().get("/shop/multi/1").headers());
    }

    @Test
    void onlySafeRequestsGetHeaders() {
        assertNothing(given().post("/shop/product/1").headers());
        assertThat(given().head("/shop/product/1").header("Cache-Tag")).isEqualTo("products,product:1");
    }

    /** Only in answers to what may change something, and did not fail (RFC 9875, section 3). */
    @Test
    void cachesAreToldOfRevalidations() {
        String header = "Cache-Group-Invalidation";

        assertThat(given().post("/shop/revalidate/products").header(header)).isEqualTo("\"products\", \"a%20b\"");
        assertThat(given().post("/shop/revalidate/broken").header(header)).isNull();
        assertThat(given().post("/shop/product/1").header(header)).isNull();
        assertThat(get("revalidating/1").hasHeaderWithName(header)).isFalse();
    }

    @Test
    void whatTheApplicationSaysStays() {
        Headers headers = get("own/1/max-age=7");

        assertThat(headers.getValues("Cache-Control")).containsExactly("max-age=7");
        assertThat(headers.getValue("Cache-Tag")).isEqualTo("products,product:1");
    }

    @ParameterizedTest
    @ValueSource(strings = { "private", "no-store" })
    void whatTheApplicationKeepsToItselfGetsNothing(String own) {
        Headers headers = get("own/1/" + own);

        assertThat(headers.getValue("Cache-Control")).isEqualTo(own);
        assertThat(headers.hasHeaderWithName("Cache-Tag")).isFalse();
    }

    @Test
    void someTagsStayAtHome() {
        Headers headers = get("tagged?tag=secret:1");

        assertThat(headers.hasHeaderWithName("Cache-Tag")).isFalse();
        assertThat(headers.hasHeaderWithName("Cache-Control")).isTrue();
    }

    @Test
    void noTagSplitsAHeader() {
        String tag = "a, b\" c\\;ü%2C";
        Headers headers = given().queryParam("tag", tag).get("/shop/tagged").headers();

        assertThat(headers.getValue("Cache-Tag")).isEqualTo("a%2C%20b%22%20c%5C%3B%C3%BC%252C");
        assertThat(headers.getValue("Surrogate-Key")).isEqualTo(headers.getValue("Cache-Tag"));
        assertThat(headers.getValue("Cache-Groups")).isEqualTo('"' + headers.getValue("Cache-Tag") + '"');
    }

    /** The first of the headers that is too long says so. */
    @Test
    void whatHasMoreTagsThanAHeaderTakesGetsNothing() {
        assertNothing(get("tagged/100"));
        assertNothing(get("tagged/100"));
    }
}
