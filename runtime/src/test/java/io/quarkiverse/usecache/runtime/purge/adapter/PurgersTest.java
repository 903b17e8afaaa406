package io.quarkiverse.usecache.runtime.purge.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.quarkiverse.usecache.RevalidationMode;
import io.quarkiverse.usecache.servers.ScriptedServer;
import io.quarkiverse.usecache.servers.ScriptedServer.Request;
import io.quarkiverse.usecache.spi.EdgePurgeException;
import io.quarkiverse.usecache.spi.EdgePurger;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.vertx.core.Vertx;

@Timeout(60)
class PurgersTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final Vertx VERTX = Vertx.vertx();

    private final ScriptedServer varnish = new ScriptedServer("", Map.of("xkey-purged", "1"));
    private final ScriptedServer fastly = new ScriptedServer("{\"a\":\"1-2-3\"}", Map.of());
    private final ScriptedServer cloudflare = new ScriptedServer("{\"success\":true}", Map.of());
    private final ScriptedServer next = new ScriptedServer("{\"revalidated\":true}", Map.of());
    private final EdgePurger toVarnish = new VarnishPurger(URI.create(varnish.url()), Optional.of("s3cret"), client());
    private final EdgePurger toFastly = new FastlyPurger(URI.create(fastly.url()), "SU1Z0isxPaozGVKXdv0eY", "s3cret", client());
    private final EdgePurger toCloudflare = new CloudflarePurger(URI.create(cloudflare.url() + "/client/v4"),
            "023e105f4ecef8ad9ca31a8372d0c353", "s3cret", client());
    private final EdgePurger toNext = new NextjsPurger(URI.create(next.url() + "/api/revalidate"), "s3cret", client());

    private static PurgeClient client() {
        return new PurgeClient(VERTX, TIMEOUT, "quarkus.use-cache.http.purge.\"cdn\".token");
    }

    @AfterEach
    void close() {
        varnish.close();
        fastly.close();
        cloudflare.close();
        next.close();
    }

    @AfterAll
    static void closeAll() {
        VERTX.close();
    }

    private static void expire(EdgePurger purger, String... tags) {
        await(purger.purge(List.of(tags), RevalidationMode.EXPIRE, 1));
    }

    private static void stale(EdgePurger purger, String... tags) {
        await(purger.purge(List.of(tags), RevalidationMode.STALE, 1));
    }

    private static void await(Uni<Void> purge) {
        purge.await().atMost(TIMEOUT);
    }

    @Test
    void varnishIsGivenTagsAsHeadersWriteThem() {
        expire(toVarnish, "bookings-data", "café, à la carte");
        Request request = varnish.next();
        assertThat(request.method() + request.path()).isEqualTo("PURGE/");
        assertThat(request.headers()).containsEntry("xkey-purge", "bookings-data caf%C3%A9%2C%20%C3%A0%20la%20carte")
                .containsEntry("authorization", "Bearer s3cret");
        stale(toVarnish, "a");
        assertThat(varnish.next().headers()).containsEntry("xkey-softpurge", "a").doesNotContainKey("xkey-purge");
        await(toVarnish.purgeEverything());
        assertThat(varnish.next().headers()).containsEntry("xkey-purge-all", "true");
    }

    @Test
    void whatIsTooLongForOneHeaderOfVarnishIsSentInSeveral() {
        List<String> tags = IntStream.range(0, 100).mapToObj(i -> "%03d".formatted(i) + "x".repeat(197)).toList();
        await(toVarnish.purge(tags, RevalidationMode.STALE, 1));
        String sent = varnish.next().headers().get("xkey-softpurge") + " " + varnish.next().headers().get("xkey-softpurge")
                + " " + varnish.next().headers().get("xkey-softpurge");
        assertThat(sent.split(" ")).containsExactlyElementsOf(tags);
        assertThat(varnish.waiting()).isZero();
    }

    @Test
    void fastlyIsGivenABatchSoftlyOrNot() {
        expire(toFastly, "a", "b c");
        Request request = fastly.next();
        assertThat(request.method() + request.path()).isEqualTo("POST/service/SU1Z0isxPaozGVKXdv0eY/purge");
        assertThat(request.headers()).containsEntry("fastly-key", "s3cret").doesNotContainKey("fastly-soft-purge");
        assertThat(request.body()).isEqualTo("{\"surrogate_keys\":[\"a\",\"b%20c\"]}");
        stale(toFastly, "a");
        assertThat(fastly.next().headers()).containsEntry("fastly-soft-purge", "1");
        await(toFastly.purgeEverything());
        assertThat(fastly.next().path()).isEqualTo("/service/SU1Z0isxPaozGVKXdv0eY/purge_all");
        assertThat(toFastly.maximumTags()).isEqualTo(256);
    }

    @Test
    void cloudflareIsGivenABatchAndKnowsNoSoftPurge() {
        expire(toCloudflare, "a", "b c");
        Request request = cloudflare.next();
        assertThat(request.method() + request.path())
                .isEqualTo("POST/client/v4/zones/023e105f4ecef8ad9ca31a8372d0c353/purge_cache");
        assertThat(request.headers()).containsEntry("authorization", "Bearer s3cret")
                .containsEntry("content-type", "application/json");
        assertThat(request.body()).isEqualTo("{\"tags\":[\"a\",\"b%20c\"]}");
        stale(toCloudflare, "a");
        assertThat(cloudflare.next().body()).isEqualTo("{\"tags\":[\"a\"]}");
        await(toCloudflare.purgeEverything());
        assertThat(cloudflare.next().body()).isEqualTo("{\"purge_everything\":true}");
        assertThat(toCloudflare.maximumTags()).isEqualTo(100);
    }

    @Test
    void nextIsGivenTagsAsTheApplicationWritesThem() {
        expire(toNext, "a", "b c");
        Request request = next.next();
        assertThat(request.method() + request.path()).isEqualTo("POST/api/revalidate");
        assertThat(request.headers()).containsEntry("authorization", "Bearer s3cret");
        assertThat(request.body()).isEqualTo("{\"tags\":[\"a\",\"b c\"],\"mode\":\"expire\"}");
        stale(toNext, "a");
        assertThat(next.next().body()).contains("\"mode\":\"stale\"");
        await(toNext.purgeEverything());
        assertThat(next.next().body()).isEqualTo("{\"everything\":true}");
    }

    private static EdgePurgeException failure(EdgePurger purger) {
        return assertThatExceptionOfType(EdgePurgeException.class).isThrownBy(() -> expire(purger, "a")).actual();
    }

    @Test
    void anErrorIsToldWithWhatTheServerSays() {
        varnish.then(500, Map.of(), "Guru\nMeditation");
        assertThat(failure(toVarnish)).hasMessage("[PURGE " + varnish.url() + "] was answered 500 [Guru\\u000aMeditation]");
    }

    @Test
    void aRefusedSecretIsNamedByItsProperty() {
        fastly.then(401, Map.of(), "");
        assertThat(failure(toFastly)).hasMessageEndingWith("was answered 401, so see that "
                + "quarkus.use-cache.http.purge.\"cdn\".token is right and may purge").hasMessageNotContaining("s3cret");
    }

    @Test
    void aServerMaySayForHowLongToWait() {
        cloudflare.then(429, Map.of("Retry-After", "7"), "").then(503, Map.of("Retry-After", "Thu, 31 Dec 2099 23:59:59 GMT"),
                "").then(429, Map.of("Retry-After", "soon"), "").then(429,
                        Map.of("Retry-After", "Sun, 06 Nov 1994 08:49:37 GMT"),
                        "");
        EdgePurgeException first = failure(toCloudflare);
        assertThat(first).hasMessageEndingWith("purge_cache] was answered 429, and asks to wait 7 s");
        assertThat(first.retryAfter()).contains(Duration.ofSeconds(7));
        assertThat(failure(toCloudflare).retryAfter()).contains(Duration.ofHours(1));
        assertThat(failure(toCloudflare).retryAfter()).isEmpty();
        assertThat(failure(toCloudflare).retryAfter()).contains(Duration.ZERO);
    }

    @Test
    void whoeverElseAnswersHasPurgedNothing() {
        varnish.then(200, Map.of(), "Purged");
        assertThat(failure(toVarnish)).hasMessageEndingWith("was answered 200 without the header xkey-purged [Purged], so see "
                + "that it reaches a Varnish that has the VCL of the documentation");
        cloudflare.then(200, Map.of(), "{\"success\":false,\"errors\":[]}").then(200, Map.of(), "<html>");
        assertThat(failure(toCloudflare)).hasMessageContaining("was answered 200 without success [{");
        assertThat(failure(toCloudflare)).hasMessageContaining("was answered 200 without success [<html>]");
        next.then(200, Map.of(), "<html>");
        assertThat(failure(toNext)).hasMessageContaining("by something else than the route of the documentation");
        fastly.then(302, Map.of("Location", "/login"), "");
        assertThat(failure(toFastly)).hasMessageContaining("was answered 302");
    }

    @Test
    void nobodyThereIsAFailureToo() {
        varnish.close();
        assertThat(failure(toVarnish)).hasMessageStartingWith("[PURGE " + varnish.url() + "] could not be sent")
                .hasMessageContaining("refused");
    }

    /** There is one connection: one that hangs must not keep the next request from being sent. */
    @Test
    void aRequestThatNobodyWaitsForIsOver() {
        varnish.thenNever();
        Cancellable hanging = toVarnish.purge(List.of("a"), RevalidationMode.EXPIRE, 1).subscribe().with(done -> {
        });
        varnish.next();
        hanging.cancel();
        expire(toVarnish, "b");
    }
}
