package org.acme.library;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.quarkiverse.usecache.runtime.tag.ReservedTags;
import io.quarkiverse.usecache.spi.EntryKey;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

/** An application whose caches are in Redis; the test is the other node. */
@QuarkusTest
@WithTestResource(RedisResource.class)
@Timeout(120)
class SharedCacheTest {

    /** Is set by the resource. */
    RedisPort port;

    private OtherNode other;

    @BeforeEach
    void connect() {
        other = new OtherNode(port.number());
    }

    @AfterEach
    void close() {
        other.close();
    }

    @Test
    void aRevalidationElsewhereReachesThisNode() {
        String first = get("/books/Momo");
        assertThat(get("/books/Momo")).isEqualTo(first);
        String here = get("/here");
        other.revalidate("books");
        await().atMost(Duration.ofSeconds(60)).until(() -> !get("/books/Momo").equals(first));
        await().atMost(Duration.ofSeconds(60)).until(() -> !get("/here").equals(here));
    }

    @Test
    void aRevalidationHereIsInTheLogWhenItReturns() {
        get("/books/Emma");
        String[] revalidation = text(given().post("/books/Emma")).split(" ");
        assertThat(revalidation[0]).isEqualTo("true");
        assertThat(other.lastExpired("book:Emma")).isEqualTo(revalidation[1]);
        assertThat(revalidation[2]).endsWith("-" + revalidation[1]);
    }

    @Test
    void valuesAreInRedisAsJson() {
        String book = get("/books/Ulysses");
        String json = other.entry(other.published("Ulysses"));
        assertThat(json).contains("\"title\":\"Ulysses\"", "\"authors\":[\"a\",\"b\"]");
        assertThat(book).contains("reads=" + json.replaceAll("(?s).*\"reads\":(\\d+).*", "$1"));
    }

    @Test
    void keysOfRecordsAreTheSameOnAllNodes() {
        get("/authors/Joyce");
        assertThat(other.published("Joyce").text()).contains("Search:2:", "Since:1:");
    }

    @Test
    void whatAnotherNodeHasLoadedIsNotLoadedHere() {
        String loaded = get("/books/Dracula");
        EntryKey key = other.published("Dracula");
        other.copy(key, "Dracula", "Othello");
        assertThat(get("/books/Othello")).isEqualTo(loaded.replace("Dracula", "Othello"));
    }

    @Test
    void codeWhoseTypeIsKnownSharesItsValuesToo() {
        get("/typeless/Typeless");
        get("/shelves/Top");
        other.published("Top");
        get("/later/Later");
        other.published("Later");
        assertThat(other.isPublished("Typeless")).isFalse();
    }

    /** It has a text all the same in a JVM, and none in a native executable. */
    @Test
    void aKeyOfALibraryThatTheBuildDoesNotKnowIsOne() {
        String first = get("/unknown/Emil");
        assertThat(get("/unknown/Emil")).isEqualTo(first);
    }

    @Test
    void whatCodeHasLoadedElsewhereIsNotLoadedHere() {
        String loaded = get("/later/Carmilla");
        other.copy(other.published("Carmilla"), "Carmilla", "Middling");
        assertThat(get("/later/Middling")).isEqualTo(loaded.replace("Carmilla", "Middling"));
    }

    @Test
    void methodsOfQuarkusCacheShareTheirEntriesToo() {
        String loaded = get("/loans/Fantomas");
        other.copy(other.published("Fantomas"), "Fantomas", "Scarlett");
        String here = get("/loans/Scarlett");
        assertThat(here).isEqualTo(loaded.replace("Fantomas", "Scarlett"));
        given().post("/loans/Scarlett").then().statusCode(200);
        assertThat(get("/loans/Scarlett")).isNotEqualTo(here);
        assertThat(get("/loans/Fantomas")).isEqualTo(loaded);
    }

    @Test
    void whatQuarkusCacheInvalidatesElsewhereIsLoadedHere() {
        String first = get("/loans/Gargantua");
        EntryKey key = other.published("Gargantua");
        other.revalidate(ReservedTags.ofKey("library", "books", key.text()));
        await().atMost(Duration.ofSeconds(60)).until(() -> !get("/loans/Gargantua").equals(first));
    }

    @Test
    void clearingElsewhereReachesWhatCodeHasCached() {
        String first = get("/typeless/Cleared");
        assertThat(get("/typeless/Cleared")).isEqualTo(first);
        other.revalidate(ReservedTags.ofCache("library", "books"));
        await().atMost(Duration.ofSeconds(60)).until(() -> !get("/typeless/Cleared").equals(first));
    }

    private static String get(String path) {
        return text(given().get(path));
    }

    private static String text(Response response) {
        return response.then().statusCode(200).extract().asString();
    }
}
