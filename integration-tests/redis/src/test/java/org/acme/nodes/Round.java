package org.acme.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

import io.vertx.core.json.JsonObject;

/** A piece of history: the nodes' work, what they say of it, and whether it is as promised. */
final class Round {

    private static final int THREADS = 3;
    private static final int ITEMS = 12;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final long seed;
    private final long end;
    private final Nodes nodes;
    private final Path directory;
    private final Guarantee guarantee = new Guarantee(Nodes.LEASE.toNanos());
    private final Map<String, CompletableFuture<JsonObject>> working = new LinkedHashMap<>();
    private int calls;
    private int revalidations;

    Round(long seed, long end, Nodes nodes, Path directory) {
        this.seed = seed;
        this.end = end;
        this.nodes = nodes;
        this.directory = directory;
    }

    int calls() {
        return calls;
    }

    int revalidations() {
        return revalidations;
    }

    /** Each node works from when it is up, also when it has been started again. */
    void beginWhereNeeded() {
        for (NodeProcess node : nodes.all()) {
            if (node.isStarted() && !working.containsKey(node.incarnation())) {
                long millis = Math.max(0, (end - System.nanoTime()) / 1_000_000);
                working.put(node.incarnation(), node.getLater("/history?seed=" + seed + "&threads=" + THREADS + "&millis="
                        + millis + "&file=" + journal(node.incarnation()), Duration.ofSeconds(120)));
            }
        }
    }

    private Path journal(String incarnation) {
        return directory.resolve(seed + "-" + incarnation);
    }

    /** Somebody revalidates on one node, and reads on another after. Either may be frozen or dead. */
    void carryToken(Random random) {
        NodeProcess from = nodes.all().get(random.nextInt(nodes.all().size()));
        NodeProcess to = nodes.all().get(random.nextInt(nodes.all().size()));
        String tag = "&tag=item:" + random.nextInt(ITEMS);
        if (working.containsKey(from.incarnation()) && working.containsKey(to.incarnation())) {
            from.getLater("/revalidate?" + tag, PATIENCE).thenCompose(done -> to.getLater("/await?token="
                    + done.getString("token") + "&began=" + done.getLong("began") + tag, PATIENCE));
        }
    }

    void awaitEnd() throws Exception {
        for (CompletableFuture<JsonObject> each : working.values()) {
            try {
                each.get(90, TimeUnit.SECONDS);
            } catch (ExecutionException e) {
                // It was killed meanwhile.
            } catch (TimeoutException e) {
                throw new AssertionError("The calls of a node do not end", e);
            }
        }
    }

    /** All that is alive has told the others what it had to tell. */
    void check() throws IOException {
        long told = System.nanoTime();
        for (String incarnation : working.keySet()) {
            boolean alive = nodes.all().stream().anyMatch(node -> node.incarnation().equals(incarnation));
            lines(incarnation).filter(line -> line[0].equals("R")).forEach(line -> revalidated(incarnation, line, alive, told));
        }
        for (String incarnation : working.keySet()) {
            lines(incarnation).filter(line -> !line[0].equals("R")).forEach(line -> called(incarnation, line));
        }
        await().pollInterval(Duration.ofMillis(100)).until(() -> System.nanoTime() - told > Nodes.LEASE.toNanos());
        nodes.all().forEach(this::checkNow);
        assertThat(calls).isPositive();
    }

    /** The last line of a node that was killed may be broken off. */
    private Stream<String[]> lines(String incarnation) throws IOException {
        Path journal = journal(incarnation);
        String text = Files.exists(journal) ? Files.readString(journal) : "";
        return text.substring(0, text.lastIndexOf('\n') + 1).lines().map(line -> line.split(" "));
    }

    private void revalidated(String incarnation, String[] line, boolean alive, long told) {
        revalidations++;
        long began = Long.parseLong(line[1]);
        for (String tag : List.of(line).subList(4, line.length)) {
            guarantee.revalidated(incarnation, tag, began, Long.parseLong(line[2]), Boolean.parseBoolean(line[3]));
            if (alive) {
                guarantee.propagatedLater(tag, began, told);
            }
        }
    }

    private void called(String incarnation, String[] line) {
        calls++;
        assertThat(line[0]).as(() -> "A call on " + incarnation + " failed: " + String.join(" ", line)).isEqualTo("C");
        for (String pair : List.of(line).subList(4, line.length)) {
            int equals = pair.indexOf('=');
            check(incarnation, line[3], Long.parseLong(line[1]), pair.substring(0, equals),
                    Long.parseLong(pair.substring(equals + 1)));
        }
    }

    private void check(String incarnation, String method, long callBegan, String tag, long loadBegan) {
        assertThat(guarantee.violation(incarnation, !method.equals("near"), callBegan, tag, loadBegan))
                .as("method " + method).isEmpty();
    }

    private void checkNow(NodeProcess node) {
        for (int item = 0; item < ITEMS; item++) {
            JsonObject reading = node.get("/item?item=" + item);
            check(node.incarnation(), "item", reading.getLong("callBegan"), "item:" + item, reading.getLong("began"));
        }
    }
}
