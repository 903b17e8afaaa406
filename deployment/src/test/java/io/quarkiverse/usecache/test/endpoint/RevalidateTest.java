package io.quarkiverse.usecache.test.endpoint;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.aMapWithSize;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.notNullValue;

import java.nio.charset.StandardCharsets;
import java.util.List;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.usecache.TagCache;
import io.quarkus.test.QuarkusUnitTest;
import io.restassured.response.ValidatableResponse;

@Timeout(60)
class RevalidateTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest().withApplicationRoot(root -> root.addClass(Shop.class));

    @Inject
    Shop shop;

    @Inject
    TagCache tagCache;

    @BeforeEach
    void load() {
        tagCache.clearAll();
        shop.books("java");
        shop.books("go");
        Shop.EXECUTIONS.set(0);
    }

    @Test
    void aBodyNamesTheTags() {
        revalidate("{\"tags\":[\"books:java\"]}").statusCode(200).contentType("application/json")
                .header("Cache-Control", "no-store")
                .body("", aMapWithSize(5), "revalidated", equalTo(true), "tags", contains("books:java"), "mode",
                        equalTo("expire"), "sequence", greaterThan(0), "now", notNullValue());
        expectExecutions(1);
    }

    @Test
    void theQueryNamesTheTags() {
        given().queryParam("tag", "books:java", "books:go").queryParam("mode", "expire")
                .queryParam("count", true).post("/q/use-cache/revalidate").then().statusCode(200)
                .body("tags", contains("books:java", "books:go"), "entries", equalTo(2));
        expectExecutions(2);
    }

    @Test
    void aTagThatNobodyHasDropsNothing() {
        revalidate("{\"tags\":[\"nobody\"],\"count\":true}").statusCode(200).body("revalidated", equalTo(true), "entries",
                equalTo(0));
        expectExecutions(0);
    }

    @Test
    void tagsAreCaseSensitive() {
        revalidate("{\"tags\":[\"Books\"],\"count\":true}").statusCode(200).body("entries", equalTo(0));
        expectExecutions(0);
    }

    @Test
    void aTagGivenTwiceIsRevalidatedOnce() {
        revalidate("{\"tags\":[\"books\",\"books\"],\"count\":true}").body("tags", contains("books"), "entries", equalTo(2));
    }

    @Test
    void aTagOfAnyScriptMatches() {
        shop.books("日本 é+&=%;");
        Shop.EXECUTIONS.set(0);
        revalidate("{\"tags\":[\"books:日本 é+&=%;\"],\"count\":true}").statusCode(200).body("entries", equalTo(1), "tags",
                contains("books:日本 é+&=%;"));
        shop.books("日本 é+&=%;");
        assertThat(Shop.EXECUTIONS).hasValue(1);
        given().queryParam("tag", "books:日本 é+&=%;").queryParam("count", true).post("/q/use-cache/revalidate").then()
                .statusCode(200)
                .body("entries", equalTo(1), "tags", contains("books:日本 é+&=%;"));
        shop.books("日本 é+&=%;");
        assertThat(Shop.EXECUTIONS).hasValue(2);
        given().urlEncodingEnabled(false).post("/q/use-cache/revalidate?tag=%ef%bf%bd").then().statusCode(200);
    }

    @Test
    void staleEntriesAreServedOnceMore() {
        List<String> before = shop.books("java");
        revalidate("{\"tags\":[\"books:java\"],\"mode\":\"stale\"}").statusCode(200).body("mode", equalTo("stale"));
        assertThat(shop.books("java")).isSameAs(before);
    }

    @Test
    void aDryRunTellsTheKeysAndChangesNothing() {
        revalidate("{\"tags\":[\"books:java\"],\"dryRun\":true}").statusCode(200)
                .body("", aMapWithSize(6), "revalidated", equalTo(false), "entries", equalTo(1), "keys.key", contains("(java)"),
                        "keys.cache", contains("shop"), "mode", equalTo("expire"), "tags", contains("books:java"));
        given().queryParam("tag", "books").queryParam("dryRun", true).post("/q/use-cache/revalidate").then()
                .body("revalidated", equalTo(false), "entries", equalTo(2));
        expectExecutions(0);
    }

    @Test
    void theSequenceGrows() {
        int first = revalidate("{\"tags\":[\"a\"]}").extract().path("sequence");
        int second = revalidate("{\"tags\":[\"a\"]}").extract().path("sequence");
        assertThat(second).isGreaterThan(first);
    }

    @Test
    void theTypeOfTheBodyMayHaveACharset() {
        given().header("Content-Type", "Application/JSON; charset=utf-8").body("{\"tags\":[\"books:java\"]}".getBytes())
                .post("/q/use-cache/revalidate").then().statusCode(200);
    }

    private static ValidatableResponse revalidate(String body) {
        return given().header("Content-Type", "application/json")
                .body(body.getBytes(StandardCharsets.UTF_8)).post("/q/use-cache/revalidate").then();
    }

    private void expectExecutions(int expected) {
        shop.books("java");
        shop.books("go");
        assertThat(Shop.EXECUTIONS).hasValue(expected);
    }
}
