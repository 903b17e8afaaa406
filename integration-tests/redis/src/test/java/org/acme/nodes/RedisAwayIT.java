package org.acme.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.quarkiverse.usecache.servers.RedisServer;
import io.vertx.core.json.JsonObject;

/**
 * Three nodes under load while Redis is away, for as many seconds as the system property {@code usecache.nodes.away} says; and
 * the same key missed by all at once.
 */
@Timeout(600)
class RedisAwayIT {

    private static final long SECONDS = Long.getLong("usecache.nodes.away", 6);
    private static final int THREADS = 8;
    private static final int KEYS = 10;
    private static final int LOAD_MILLIS = 20;
    /** On a machine with much to do, threads wait for their turn. */
    private static final int SLACK_MILLIS = 1_500;

    private final RedisServer redis = RedisServer.start();
    private final Nodes nodes = new Nodes(redis.port());

    private void start(Map<String, String> config) {
        List.of("a", "b", "c").forEach(name -> nodes.start(name, config));
        nodes.awaitRunning();
    }

    @AfterEach
    void close() {
        nodes.close();
        redis.close();
    }

    private List<JsonObject> onAll(String path) {
        return nodes.all().stream().map(node -> node.getLater(path, Duration.ofSeconds(SECONDS + 120))).toList().stream()
                .map(CompletableFuture::join).toList();
    }

    private static long sum(List<JsonObject> results, String of) {
        return results.stream().mapToLong(each -> each.getLong(of)).sum();
    }

    private static long longest(List<JsonObject> results) {
        return results.stream().mapToLong(each -> each.getLong("longestMillis")).max().orElseThrow();
    }

    private static void assertNoFailure(List<JsonObject> results) {
        assertThat(results).allSatisfy(each -> assertThat(each.getJsonArray("failures")).isEmpty());
    }

    @Test
    void oneLoadsWhatAllMissAtOnce() {
        start(Map.of("quarkus.use-cache.redis.command-timeout", "10s", "quarkus.use-cache.redis.lease", "60s",
                "quarkus.use-cache.redis.load-lease", "60s"));
        onAll("/callers?threads=20&first=900&keys=20&millis=0");
        List<JsonObject> results = onAll("/callers?threads=300&first=0&keys=1&millis=0");
        assertNoFailure(results);
        assertThat(sum(results, "calls")).isEqualTo(900);
        assertThat(sum(results, "loads")).isEqualTo(1);
        System.out.printf("Nodes: 3 x 300 callers of a cold key, 1 load, the longest call took %d ms%n", longest(results));
    }

    @Test
    void whileTheServerIsStoppedCallsGoOn() {
        away("stopped", redis::kill, redis::restart);
    }

    @Test
    void whileTheServerIsFrozenCallsGoOn() {
        away("frozen", redis::freeze, redis::thaw);
    }

    private void away(String how, Runnable begin, Runnable end) {
        start(Map.of());
        onAll("/callers?threads=8&first=0&keys=" + KEYS + "&millis=1000");
        begin.run();
        CompletableFuture<List<JsonObject>> load = CompletableFuture.supplyAsync(() -> onAll(
                "/callers?threads=" + THREADS + "&first=0&keys=" + KEYS + "&millis=" + SECONDS * 1_000));
        List<JsonObject> revalidations = new ArrayList<>();
        for (int item = 1; !load.isDone(); item = 1 + item % 50) {
            revalidations.add(nodes.revalidate(nodes.all().get(item % 3), item));
            nodes.read(nodes.all().get(item % 3), item);
        }
        List<JsonObject> results = load.join();
        end.run();
        nodes.awaitRunning();
        assertNoFailure(results);
        assertThat(longest(results)).isLessThan(Nodes.COMMAND_TIMEOUT.toMillis() + LOAD_MILLIS + SLACK_MILLIS);
        long most = KEYS * 3 * SECONDS / Nodes.LEASE.toSeconds();
        long loads = sum(results, "loads");
        System.out.printf("Nodes: Redis %s for %d s, %d calls, none failed, the longest took %d ms, %d loads of at most %d; "
                + "%d revalidations meanwhile%n", how, SECONDS, sum(results, "calls"), longest(results), loads, most,
                revalidations.size());
        assertThat(loads).as("one round more for a machine with much to do").isLessThanOrEqualTo(most + KEYS * 3);
        assertThat(revalidations).extracting(each -> each.getBoolean("propagated")).containsOnly(false);
        assertPropagated();
    }

    /** Nothing is served any more that is older than the last revalidation of its item. */
    private void assertPropagated() {
        nodes.propagated();
        for (NodeProcess node : nodes.all()) {
            for (int item = 1; item <= 50; item++) {
                nodes.read(node, item);
            }
        }
    }
}
