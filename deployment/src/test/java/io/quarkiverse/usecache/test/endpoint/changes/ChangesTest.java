package io.quarkiverse.usecache.test.endpoint.changes;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkiverse.usecache.RevalidationMode;
import io.quarkiverse.usecache.TagCache;
import io.quarkus.test.QuarkusUnitTest;
import io.restassured.RestAssured;

@Timeout(60)
class ChangesTest {

    private static final int MOST_CLIENTS = 4;
    private static final int KEPT = 1000;

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(root -> root.addClasses(ChangesTest.class, EventStream.class))
            .overrideConfigKey("quarkus.use-cache.endpoint.changes.enabled", "true")
            .overrideRuntimeConfigKey("quarkus.use-cache.endpoint.changes.tags", "books,room:*")
            .overrideRuntimeConfigKey("quarkus.use-cache.endpoint.changes.maximum-clients", "" + MOST_CLIENTS)
            .overrideRuntimeConfigKey("quarkus.use-cache.endpoint.changes.heartbeat", "200ms")
            .overrideRuntimeConfigKey("quarkus.use-cache.endpoint.changes.replay", "" + KEPT);

    @Inject
    TagCache tagCache;

    @Test
    void tellsOfTagsThatMayBeWatchedAndOfNoOther() throws Exception {
        try (EventStream stream = openWhenThereIsRoom()) {
            tagCache.revalidateTag("secret", "room:1");
            tagCache.revalidateTag("book");
            tagCache.revalidateTag(RevalidationMode.STALE, "books");

            assertThat(stream.next()).startsWith("change {\"tag\":\"room:1\",\"mode\":\"expire\",\"sequence\":");
            assertThat(stream.next()).startsWith("change {\"tag\":\"books\",\"mode\":\"stale\",\"sequence\":");
        }
    }

    @Test
    void tellsOfThoseThatAreAskedFor() throws Exception {
        try (EventStream stream = EventStream.open("?tag=room:1&tag=room:2*")) {
            tagCache.revalidateTag("room:1", "room:10", "room:2", "room:20", "books");

            assertThat(List.of(stream.next(), stream.next(), stream.next())).extracting(event -> event.split("\"")[3])
                    .containsExactly("room:1", "room:2", "room:20");
        }
    }

    @Test
    void goesOnWhereAClientHasLeft() throws Exception {
        String id;
        try (EventStream stream = openWhenThereIsRoom()) {
            tagCache.revalidateTag("room:before");
            stream.next();
            id = stream.awaitId();
        }
        tagCache.revalidateTag("room:meanwhile");
        try (EventStream stream = EventStream.open("", id)) {
            tagCache.revalidateTag("room:after");

            assertThat(stream.next()).contains("room:meanwhile");
            assertThat(stream.next()).contains("room:after");
        }
    }

    @Test
    void aClientThatHasMissedTooMuchStartsOver() throws Exception {
        String id;
        try (EventStream stream = openWhenThereIsRoom()) {
            id = stream.awaitId();
        }
        for (int i = 0; i <= KEPT; i++) {
            tagCache.revalidateTag("room:many");
        }
        assertStartsOver(id);
    }

    @ParameterizedTest
    @CsvSource({ "of another application-7", "42", "''", "-", "%-1" })
    void soDoesOneWhoseLastEventIsNotKnown(String id) throws Exception {
        assertStartsOver(id);
    }

    @Test
    void andOneThatKnowsMoreThanThereWas() throws Exception {
        try (EventStream stream = openWhenThereIsRoom()) {
            assertStartsOver(stream.awaitId() + "00");
        }
    }

    private void assertStartsOver(String id) throws Exception {
        try (EventStream stream = EventStream.open("", id)) {
            assertThat(stream.next()).startsWith("reset {\"sequence\":");
            tagCache.revalidateTag("room:after");
            assertThat(stream.next()).contains("room:after");
        }
    }

    @Test
    void sendsSomethingThoughNothingChanges() throws Exception {
        try (EventStream stream = openWhenThereIsRoom()) {
            String id = stream.awaitId();
            tagCache.revalidateTag("secret");

            await().until(() -> !stream.awaitId().equals(id));
        }
    }

    @Test
    void limitsClients() throws Exception {
        List<EventStream> open = new ArrayList<>();
        try {
            for (int i = 0; i < MOST_CLIENTS; i++) {
                open.add(openWhenThereIsRoom());
            }
            given().get("/q/use-cache/changes").then().statusCode(503).header("Retry-After", "5").body("detail",
                    equalTo("There are already 4 clients that watch. Come back later, or raise "
                            + "quarkus.use-cache.endpoint.changes.maximum-clients."));

            open.remove(0).close();
            open.add(openWhenThereIsRoom());
        } finally {
            for (EventStream stream : open) {
                stream.close();
            }
        }
    }

    /** The server may not have seen yet that others are gone. */
    private static EventStream openWhenThereIsRoom() {
        return openWhenThereIsRoom(() -> EventStream.open(""));
    }

    private static EventStream openWhenThereIsRoom(Callable<EventStream> opening) {
        return await().until(opening, EventStream::isTold);
    }

    @Test
    void aClientThatTakesNothingIsDroppedAndNotWaitedFor() throws Exception {
        String[] tags = IntStream.range(0, 100).mapToObj(i -> "room:" + "x".repeat(230) + i).toArray(String[]::new);
        try (EventStream slow = openWhenThereIsRoom(EventStream::openNarrow); EventStream quick = openWhenThereIsRoom()) {
            await().atMost(Duration.ofSeconds(15)).pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(20)).until(() -> {
                tagCache.revalidateTag(tags);
                for (String tag : tags) {
                    assertThat(quick.next()).contains(tag);
                }
                return slow.isClosed();
            });
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "?tag=secret      | 403 | The tag [secret] may not be watched. Those that may are in quarkus.use-cache.endpoint.changes.tags.",
            "?tag=*           | 403 | The tag [*] may not be watched. Those that may are in quarkus.use-cache.endpoint.changes.tags.",
            "?tag=books*      | 403 | The tag [books*] may not be watched. Those that may are in quarkus.use-cache.endpoint.changes.tags.",
            "?tag=room*       | 403 | The tag [room*] may not be watched. Those that may are in quarkus.use-cache.endpoint.changes.tags.",
            "?tags=books      | 400 | The parameter [tags] is not known. There are [tag]." })
    void whatMayNotBeWatchedIsRefused(String query, int status, String detail) {
        given().get("/q/use-cache/changes" + query).then().statusCode(status).contentType("application/problem+json")
                .body("detail", equalTo(detail));
    }

    /** Many streams of one connection, of which a browser would have six by HTTP/1.1. */
    @Test
    void tellsByHttp2() throws Exception {
        HttpClient client = HttpClient.newBuilder().version(Version.HTTP_2).build();
        HttpRequest request = HttpRequest.newBuilder(
                URI.create("http://localhost:" + RestAssured.port + "/q/use-cache/changes?tag=room:http2")).build();
        HttpResponse<Stream<String>> response = await().until(() -> client.send(request, BodyHandlers.ofLines()),
                answer -> answer.statusCode() == 200);
        try (Stream<String> lines = response.body()) {
            tagCache.revalidateTag("room:http2");

            assertThat(response.version()).isEqualTo(Version.HTTP_2);
            assertThat(lines.filter(line -> line.startsWith("data: ")).findFirst()).get().asString().contains("room:http2");
        }
    }

    @Test
    void anUnknownPathIsToldOfThisOne() {
        given().get("/q/use-cache/other").then().statusCode(404).body("detail",
                equalTo("There is no such operation. There are [revalidate, clear, caches, tags, entries, changes]."));
    }

    @Test
    void theRulesOfTheEndpointHold() {
        given().header("X-Forwarded-For", "203.0.113.1").get("/q/use-cache/changes").then().statusCode(403);
        given().post("/q/use-cache/changes").then().statusCode(405).header("Allow", "GET, OPTIONS");
        given().options("/q/use-cache/changes").then().statusCode(204).header("Allow", "GET, OPTIONS");
    }
}
