package io.quarkiverse.usecache.test.endpoint;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.aMapWithSize;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThan;

import java.util.Arrays;
import java.util.List;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.usecache.TagCache;
import io.quarkus.test.QuarkusUnitTest;
import io.restassured.response.ValidatableResponse;

@Timeout(60)
class ListsTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest().withApplicationRoot(root -> root.addClass(Shop.class));

    private static final String BOOKS = Shop.class.getName() + "#books(java.lang.String)";

    @Inject
    Shop shop;

    @Inject
    TagCache tagCache;

    @BeforeEach
    void load() {
        tagCache.clearAll();
        shop.books("java");
        shop.books("go");
        shop.price();
    }

    @Test
    void caches() {
        list("caches").body("", aMapWithSize(1), "caches.name", contains("prices", "shop"), "caches.entries", contains(1, 2),
                "caches.maximum", contains(10_000, 10_000), "caches[1].functions", contains(BOOKS));
    }

    @Test
    void tags() {
        list("tags").body("", aMapWithSize(4), "more", equalTo(false), "offset", equalTo(0), "limit", equalTo(100), "tags.tag",
                contains("books", "books:go", "books:java", "prices"), "tags.entries", contains(2, 1, 1, 1),
                "tags[0].functions", contains(BOOKS));
    }

    @Test
    void tagsComeInPages() {
        list("tags?limit=2&offset=1").body("more", equalTo(true), "tags.tag", contains("books:go", "books:java"));
        list("tags?limit=2&offset=2").body("more", equalTo(false), "tags.tag", contains("books:java", "prices"));
        list("tags?offset=10000").body("more", equalTo(false), "tags", empty());
    }

    @Test
    void tagsAreFoundByAPartOfThem() {
        list("tags?q=KS:").body("tags.tag", contains("books:go", "books:java"));
        list("tags?q=no-such").body("more", equalTo(false), "tags", empty());
    }

    @ParameterizedTest
    @ValueSource(strings = { "tags?limit=1001", "tags?limit=0", "tags?offset=10001", "tags?offset=x", "tags?q=a&q=b",
            "tags?tag=a", "entries?limit=1001", "entries?offset=10001" })
    void listsAreBounded(String list) {
        given().get("/q/use-cache/" + list).then().statusCode(400).contentType("application/problem+json");
    }

    @Test
    void entries() {
        list("entries?tag=books:java").body("", aMapWithSize(4), "total", equalTo(1), "offset", equalTo(0), "limit",
                equalTo(100), "entries", hasSize(1), "entries[0]", aMapWithSize(9), "entries[0].cache", equalTo("shop"),
                "entries[0].function", equalTo(BOOKS), "entries[0].key", equalTo("(java)"),
                "entries[0].tags", contains("books", "books:java"), "entries[0].state", equalTo("fresh"),
                "entries[0].ageMillis", lessThan(60_000), "entries[0].staleMillis", equalTo(300_000),
                "entries[0].revalidateMillis", equalTo(3_600_000), "entries[0].expireMillis", equalTo(86_400_000));
    }

    @Test
    void entriesThatNeverExpireSaySo() {
        list("entries?cache=prices").body("entries[0].expireMillis", equalTo(null));
    }

    @Test
    void entriesComeInPages() {
        List<String> all = list("entries").body("total", equalTo(3)).extract().path("entries.key");
        List<String> second = list("entries?limit=1&offset=1").body("total", equalTo(3)).extract().path("entries.key");
        assertThat(second).containsExactly(all.get(1));
        list("entries?offset=10000").body("total", equalTo(3), "entries", empty());
    }

    @Test
    void entriesAreFoundByAnyOfSeveralTags() {
        list("entries?tag=books:java&tag=prices").body("total", equalTo(2));
        list("entries?tag=prices&cache=shop").body("total", equalTo(0), "entries", empty());
    }

    @Test
    void valuesAreNotShownOutsideDevMode() {
        list("entries?values=true").body("entries.value", equalTo(Arrays.asList(null, null, null)));
    }

    @Test
    void headHasTheHeadersOnly() {
        assertThat(given().head("/q/use-cache/caches").then().statusCode(200).contentType("application/json")
                .header("Cache-Control", "no-store").extract().asString()).isEmpty();
    }

    private static ValidatableResponse list(String path) {
        return given().get("/q/use-cache/" + path).then().statusCode(200).contentType("application/json")
                .header("Cache-Control", "no-store");
    }
}
