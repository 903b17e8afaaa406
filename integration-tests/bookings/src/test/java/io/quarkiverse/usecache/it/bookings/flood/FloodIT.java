package io.quarkiverse.usecache.it.bookings.flood;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

import io.quarkiverse.usecache.it.bookings.WithToken;

/**
 * Two hundred requests at once to the endpoint of an application with 256 MiB and as many entries as
 * {@code -Dusecache.flood=100000} says, without which this does not run. It must go on answering others.
 */
@Timeout(900)
@EnabledIfSystemProperty(named = "usecache.flood", matches = "\\d+")
class FloodIT {

    private static final int ENTRIES = Integer.getInteger("usecache.flood", 0);
    private static final int AT_ONCE = 200;
    private static final int ROUNDS = 10;
    private static final int MAKERS = 32;
    private static final Duration LONGEST_PING = Duration.ofSeconds(10);
    private static final List<String> WALKS = List.of("POST revalidate?tag=bookings-data&dryRun=true",
            "POST revalidate?tag=customer:made-up-1&count=true", "GET tags?limit=1000", "GET entries?limit=1000",
            "GET entries?tag=bookings-data&limit=1000", "POST revalidate?tag=customer:made-up-2", "GET caches");

    private static SmallJvm application;

    private final HttpClient client = HttpClient.newHttpClient();
    private final Map<Integer, AtomicInteger> statuses = new ConcurrentHashMap<>();

    @BeforeAll
    static void start() throws Exception {
        application = new SmallJvm("256m", "-Dquarkus.use-cache.endpoint.token=" + WithToken.TOKEN,
                "-Dquarkus.use-cache.maximum-size=" + 2 * ENTRIES);
    }

    @AfterAll
    static void stop() throws Exception {
        application.close();
    }

    @Test
    void aFloodOfRequestsNeitherEndsTheApplicationNorKeepsOthersFromIt() throws Exception {
        makeEntries();
        Duration longest = Duration.ZERO;
        for (int round = 0; round < ROUNDS; round++) {
            CompletableFuture<?> flood = flood();
            do {
                longest = max(longest, ping());
            } while (!flood.isDone());
            flood.join();
        }
        System.out.printf("%,d entries, %,d requests, %d at once: statuses %s, the longest ping took %d ms%n", ENTRIES,
                ROUNDS * AT_ONCE, AT_ONCE, new TreeMap<>(statuses), longest.toMillis());
        assertThat(application.isAlive()).isTrue();
        assertThat(statuses.keySet()).isSubsetOf(200, 503);
        assertThat(longest).isLessThan(LONGEST_PING);
        assertThat(total()).isGreaterThan(ENTRIES - 10);
    }

    private void makeEntries() {
        Semaphore room = new Semaphore(MAKERS);
        List<CompletableFuture<Void>> made = IntStream.range(0, ENTRIES).mapToObj(i -> {
            room.acquireUninterruptibly();
            return send("GET", "/customers/made-up-" + i + "/bookings").thenAccept(this::requireOk)
                    .whenComplete((done, failure) -> room.release());
        }).toList();
        made.forEach(CompletableFuture::join);
    }

    private void requireOk(HttpResponse<String> response) {
        assertThat(response.statusCode()).isEqualTo(200);
    }

    private CompletableFuture<?> flood() {
        return CompletableFuture.allOf(IntStream.range(0, AT_ONCE).mapToObj(i -> {
            String[] walk = WALKS.get(i % WALKS.size()).split(" ");
            return send(walk[0], "/q/use-cache/" + walk[1])
                    .thenAccept(answer -> statuses.computeIfAbsent(answer.statusCode(), status -> new AtomicInteger())
                            .incrementAndGet());
        }).toArray(CompletableFuture[]::new));
    }

    private Duration ping() {
        long begin = System.nanoTime();
        requireOk(send("GET", "/types").join());
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    /** That there were so many all the time. */
    private int total() {
        String entries = send("GET", "/q/use-cache/entries?limit=1").join().body();
        return Integer.parseInt(entries.replaceAll("(?s).*\"total\"\\s*:\\s*(\\d+).*", "$1"));
    }

    private CompletableFuture<HttpResponse<String>> send(String method, String path) {
        HttpRequest request = HttpRequest.newBuilder(application.address().resolve(path)).timeout(Duration.ofMinutes(2))
                .header("Authorization", "Bearer " + WithToken.TOKEN).method(method, BodyPublishers.noBody()).build();
        return client.sendAsync(request, BodyHandlers.ofString());
    }

    private static Duration max(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? other : one;
    }
}
