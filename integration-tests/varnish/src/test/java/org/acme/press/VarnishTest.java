package org.acme.press;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.quarkiverse.usecache.RevalidationMode;
import io.quarkiverse.usecache.TagCache;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

/** A real Varnish with xkey, in front of the application. */
@QuarkusTest
@WithTestResource(VarnishResource.class)
@Timeout(180)
class VarnishTest {

    private static final int BURST = 1_000;
    private static final Duration AWAY = Duration.ofSeconds(Integer.getInteger("usecache.varnish.away", 3));
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient client = HttpClient.newHttpClient();

    /** Is set by the resource. */
    VarnishServer varnish;

    @Inject
    TagCache tagCache;

    @Inject
    Lags lags;

    @BeforeEach
    void forget() {
        lags.forget();
    }

    private HttpResponse<String> get(String id) {
        try {
            return client.send(HttpRequest.newBuilder(URI.create(varnish.url() + "/articles/" + id)).build(),
                    BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private String body(String id) {
        HttpResponse<String> answer = get(id);
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    /** Varnish names, besides the request itself, the one that brought the object. */
    private boolean isHit(String id) {
        return get(id).headers().firstValue("X-Varnish").orElseThrow().contains(" ");
    }

    private void awaitPurges(int number) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(lags.size()).isEqualTo(number));
    }

    private static String[] tags(String prefix) {
        return IntStream.range(0, BURST).mapToObj(i -> prefix + i).toArray(String[]::new);
    }

    /** Puts answers into Varnish. */
    private void fill(String[] ids) {
        for (String id : ids) {
            assertThat(body(id)).isEqualTo(id + " 1");
        }
        for (String id : ids) {
            assertThat(isHit(id)).as(id).isTrue();
        }
    }

    private void assertAllNew(String[] ids) {
        for (String id : ids) {
            assertThat(body(id)).isEqualTo(id + " 2");
        }
    }

    @Test
    void anAnswerIsKeptUntilOneOfItsTagsIsRevalidated() {
        assertThat(body("momo")).isEqualTo("momo 1");
        assertThat(body("other")).isEqualTo("other 1");
        assertThat(isHit("momo")).isTrue();
        assertThat(get("momo").headers().firstValue("xkey")).isEmpty();

        tagCache.revalidateTag("résumé, of momo");
        awaitPurges(1);
        assertThat(isHit("momo")).isFalse();
        assertThat(body("momo")).isEqualTo("momo 2");
        assertThat(isHit("momo")).isTrue();
        assertThat(isHit("other")).isTrue();
    }

    @Test
    void whatIsStaleIsServedOnceMoreAndThenFresh() {
        assertThat(body("stale")).isEqualTo("stale 1");
        tagCache.revalidateTag(RevalidationMode.STALE, "article:stale");
        awaitPurges(1);
        List<String> bodies = new ArrayList<>();
        await().atMost(PATIENCE).until(() -> {
            bodies.add(body("stale"));
            return bodies.contains("stale 2");
        });
        assertThat(bodies.get(0)).isEqualTo("stale 1");
        assertThat(bodies.subList(0, bodies.size() - 1)).containsOnly("stale 1");
        assertThat(body("stale")).isEqualTo("stale 2");
    }

    @Test
    void clearingEmptiesIt() {
        body("cleared");
        assertThat(isHit("cleared")).isTrue();
        tagCache.clearAll();
        awaitPurges(1);
        assertThat(body("cleared")).isEqualTo("cleared 2");
    }

    @Test
    void aBurstArrivesSoonAndWhole() {
        String[] ids = tags("burst");
        fill(ids);
        for (String id : ids) {
            tagCache.revalidateTag("article:" + id);
        }
        awaitPurges(BURST);
        System.out.printf("Varnish: %d revalidations in a burst purged, lag %.1f ms in the middle, p99 %.1f ms, max %.1f ms%n",
                BURST, lags.millis(0.5), lags.millis(0.99), lags.millis(1));
        assertAllNew(ids);
    }

    private static Response ready() {
        return given().get("/q/health/ready");
    }

    private static Map<String, Object> health() {
        return ready().path("checks.find { it.name == 'Purging at varnish' }.data");
    }

    private static double meter(String name) {
        return given().get("/q/metrics").asString().lines().filter(line -> line.startsWith(name + "{"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ')))).sum();
    }

    @Test
    void nothingIsLostWhileVarnishStandsStill() {
        String[] ids = tags("away");
        fill(ids);
        varnish.freeze();
        long end = System.nanoTime() + AWAY.toNanos();
        try {
            for (String id : ids) {
                tagCache.revalidateTag("article:" + id);
            }
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(health()).containsEntry("pending", "" + BURST)
                    .containsEntry("last-failure", "there was no answer in 1000 ms"));
            assertThat(ready().statusCode()).isEqualTo(200);
            assertThat(meter("use_cache_purge_pending")).isEqualTo(BURST);
            await().pollDelay(Duration.ZERO).atMost(PATIENCE).until(() -> System.nanoTime() - end > 0);
        } finally {
            varnish.thaw();
        }
        awaitPurges(BURST);
        System.out.printf("Varnish: %d revalidations purged after it stood still for %d s, none lost%n", BURST,
                AWAY.toSeconds());
        assertAllNew(ids);
        assertThat(health()).containsEntry("pending", "0").containsEntry("failures", 0).doesNotContainKey("last-failure");
        assertThat(meter("use_cache_purge_requests_total")).isPositive();
        assertThat(meter("use_cache_purge_tags_total")).isGreaterThanOrEqualTo(BURST);
        assertThat(meter("use_cache_purge_lag_seconds_count")).isGreaterThanOrEqualTo(BURST);
    }
}
