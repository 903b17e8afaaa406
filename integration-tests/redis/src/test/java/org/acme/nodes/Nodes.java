package org.acme.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.quarkiverse.usecache.servers.TcpProxy;
import io.vertx.core.json.JsonObject;

/** Nodes that share a Redis, each over a network of its own; every call of a test is held against what is promised. */
final class Nodes implements AutoCloseable {

    static final Duration LEASE = Duration.ofSeconds(3);
    static final Duration COMMAND_TIMEOUT = Duration.ofSeconds(1);

    private final int redisPort;
    private final List<TcpProxy> networks = new ArrayList<>();
    private final List<NodeProcess> nodes = new ArrayList<>();
    private final Map<Integer, Long> revalidated = new HashMap<>();
    private final Guarantee guarantee = new Guarantee(LEASE.toNanos());

    Nodes(int redisPort) {
        this.redisPort = redisPort;
    }

    /** Starts one more. */
    NodeProcess start(String name, Map<String, String> config) {
        TcpProxy network = new TcpProxy(redisPort);
        networks.add(network);
        Map<String, String> all = new HashMap<>(Map.of("quarkus.redis.hosts", network.url(),
                "quarkus.use-cache.redis.lease", LEASE.toMillis() + "ms",
                "quarkus.use-cache.redis.command-timeout", COMMAND_TIMEOUT.toMillis() + "ms",
                "quarkus.use-cache.redis.load-lease", "2s"));
        all.putAll(config);
        NodeProcess node = NodeProcess.start(name, all);
        nodes.add(node);
        return node;
    }

    NodeProcess start(String name) {
        return start(name, Map.of());
    }

    List<NodeProcess> all() {
        return nodes;
    }

    TcpProxy network(NodeProcess node) {
        return networks.get(nodes.indexOf(node));
    }

    /** Waits until each follows the log, and has nothing left to tell. */
    void awaitRunning() {
        nodes.forEach(this::awaitRunning);
    }

    void awaitRunning(NodeProcess node) {
        await().atMost(Duration.ofSeconds(90)).until(node::status,
                status -> status.getString("state").equals("RUNNING") && status.getInteger("pending") == 0);
    }

    /** Revalidates an item, and keeps in mind what follows from it. */
    JsonObject revalidate(NodeProcess node, int item) {
        JsonObject done = node.get("/revalidate?tag=item:" + item);
        revalidated.merge(item, done.getLong("began"), Math::max);
        guarantee.revalidated(node.name, "item:" + item, done.getLong("began"), done.getLong("returned"),
                done.getBoolean("propagated"));
        return done;
    }

    /** All that was revalidated has been told to all: once a lease has passed, it holds everywhere. */
    void propagated() {
        long now = System.nanoTime();
        revalidated.forEach((item, began) -> guarantee.propagatedLater("item:" + item, began, now));
        await().pollDelay(LEASE.plusMillis(1)).until(() -> true);
    }

    /** Calls, and checks what the call is given. */
    JsonObject read(NodeProcess node, int item) {
        JsonObject reading = node.get("/item?item=" + item);
        assertThat(guarantee.violation(node.name, true, reading.getLong("callBegan"), "item:" + item, reading.getLong("began")))
                .isEmpty();
        return reading;
    }

    /** Calls again and again, until a node is given what was loaded after the beginning of a revalidation. */
    void awaitNewer(NodeProcess node, int item, JsonObject revalidation) {
        await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(20))
                .until(() -> read(node, item).getLong("began") > revalidation.getLong("began"));
    }

    @Override
    public void close() {
        nodes.forEach(NodeProcess::close);
        networks.forEach(TcpProxy::close);
    }
}
