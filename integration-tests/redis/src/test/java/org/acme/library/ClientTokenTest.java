package org.acme.library;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.usecache.RevalidationMode;
import io.quarkiverse.usecache.runtime.redis.KeyNames;
import io.quarkiverse.usecache.runtime.redis.RedisStore;
import io.quarkiverse.usecache.runtime.redis.RedisStoreOptions;
import io.quarkiverse.usecache.servers.RedisServer;
import io.quarkiverse.usecache.spi.LogAnswer;
import io.quarkiverse.usecache.spi.Position;
import io.quarkiverse.usecache.spi.RevalidationLog;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Cookie;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Redis;

/** A client sees its own write on this node too, which would hear of it by itself only half a minute later. */
@QuarkusTest
@WithTestResource(ClientTokenTest.RarelyPolling.class)
@Timeout(120)
class ClientTokenTest {

    private static final String HEADER = "Cache-Moment";
    private static final String COOKIE = "cache-moment";
    private static final Duration COMMAND_TIMEOUT = Duration.ofSeconds(20);

    /** Nothing but a token makes this node ask before long. */
    public static class RarelyPolling extends RedisResource {

        @Override
        public Map<String, String> start() {
            return merged(super.start(),
                    Map.of("quarkus.use-cache.redis.wake-up", "poll", "quarkus.use-cache.redis.lease", "60s",
                            "quarkus.use-cache.redis.command-timeout", COMMAND_TIMEOUT.toString(),
                            "quarkus.use-cache.token.header", HEADER, "quarkus.use-cache.token.cookie", COOKIE,
                            "quarkus.use-cache.token.wait", "1s"));
        }
    }

    @Inject
    Vertx vertx;

    RedisServer server;

    private RedisStore otherNode;
    private RevalidationLog log;

    @BeforeEach
    void connect() {
        RedisStoreOptions options = new RedisStoreOptions(new KeyNames("use-cache", "library", "other", "1"),
                Duration.ofSeconds(30), Duration.ofSeconds(30), Duration.ZERO, 1, 1_000, 1_000_000, 1_000);
        otherNode = new RedisStore(vertx, () -> Redis.createClient(vertx, server.url()), options);
        log = otherNode.open(() -> {
        });
    }

    @AfterEach
    void close() {
        otherNode.close();
    }

    private static int read(RequestSpecification request, String title) {
        return Integer.parseInt(request.get("/books/" + title + "/reads").then().statusCode(200).extract().asString());
    }

    private LogAnswer revalidateElsewhere(String tag) {
        return log.revalidate(Position.NONE, 1, RevalidationMode.EXPIRE, List.of(tag)).toCompletableFuture().join();
    }

    private static String token(LogAnswer answer) {
        return answer.generation() + "-" + answer.clock();
    }

    private String now() {
        List<?> state = (List<?>) server.call("HMGET", "use-cache:{library}:state", "gen", "clk");
        return state.get(0) + "-" + state.get(1);
    }

    @ParameterizedTest
    @ValueSource(strings = { "bean", "annotation", "transaction", "event-loop" })
    void theAnswerOfARequestThatRevalidatesCarriesIt(String way) {
        Response answer = given().post("/books/Momo/" + way);
        assertThat(answer.statusCode()).isBetween(200, 204);
        assertThat(answer.header(HEADER)).isEqualTo(now());
        Cookie cookie = answer.detailedCookie(COOKIE);
        assertThat(cookie.getValue()).isEqualTo(now());
        assertThat(cookie.isHttpOnly()).isTrue();
        assertThat(cookie.getMaxAge()).isEqualTo(60);
    }

    @Test
    void anyOtherAnswerCarriesNone() {
        Response answer = given().get("/books/Momo/reads");
        assertThat(answer.header(HEADER)).isNull();
        assertThat(answer.cookies()).isEmpty();
    }

    @Test
    void aRequestThatBringsItInAHeaderSeesTheWrite() {
        int before = read(given(), "Emma");
        String token = token(revalidateElsewhere("book:Emma"));
        assertThat(read(given().header(HEADER, token), "Emma")).isGreaterThan(before);
    }

    @Test
    void aRequestThatBringsItInACookieSeesTheWrite() {
        int before = read(given(), "Persuasion");
        String token = token(revalidateElsewhere("book:Persuasion"));
        assertThat(read(given().cookie(COOKIE, token), "Persuasion")).isGreaterThan(before);
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "-", "-1", "1-", "x", "local-7", "0123456789abcdef-1", "0123456789abcdef-9223372036854775807",
            "0123456789abcdef-99999999999999999999", "%00%0d%0aX: y-1", "GENERATION-9223372036854775807",
            "GENERATION--1", "GENERATION-1", "LONG-1" })
    void whatAClientMakesUpChangesNothing(String text) {
        String generation = now().substring(0, now().lastIndexOf('-'));
        String token = text.replace("GENERATION", generation).replace("LONG", "a".repeat(5_000));
        int before = read(given(), "Ulysses");
        assertThat(read(given().header(HEADER, token).cookie(COOKIE, token), "Ulysses")).isEqualTo(before);
        assertThat(read(given(), "Ulysses")).isEqualTo(before);
        assertThat(now()).startsWith(generation);
    }

    /** The store's own time-out is twenty times as long. */
    @Test
    void aRequestWaitsForAFrozenStoreNoLongerThanItMay() {
        String future = now() + "0";
        server.freeze();
        try {
            long began = System.nanoTime();
            given().header(HEADER, future).body("x".repeat(100_000)).post("/books/Momo/length").then().statusCode(200)
                    .body(equalTo("100000"));
            Response committed = given().post("/books/Momo/transaction");
            assertThat(committed.statusCode()).isEqualTo(204);
            assertThat(committed.header(HEADER)).isNull();
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(COMMAND_TIMEOUT);
        } finally {
            server.thaw();
        }
    }
}
