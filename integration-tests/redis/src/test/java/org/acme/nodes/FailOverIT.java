package org.acme.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.usecache.servers.RedisServer;
import io.vertx.core.json.JsonObject;

/** Two nodes, and servers of which one takes over from the other, with what was acknowledged and without. */
@Tag("slow")
@Timeout(240)
class FailOverIT {

    private static final int ITEM = 7;
    private static final String STATE = "use-cache:{library}:state";

    private final List<AutoCloseable> open = new ArrayList<>();
    private Nodes nodes;
    private NodeProcess a;
    private NodeProcess b;

    private RedisServer server(String... options) {
        RedisServer server = RedisServer.start(options);
        open.add(server);
        return server;
    }

    private void start(RedisServer server, Map<String, String> config) {
        nodes = new Nodes(server.port());
        a = nodes.start("a", config);
        b = nodes.start("b", config);
        nodes.awaitRunning();
        nodes.read(a, ITEM);
        nodes.read(b, ITEM);
    }

    @AfterEach
    void close() throws Exception {
        if (nodes != null) {
            nodes.close();
        }
        for (AutoCloseable each : open) {
            each.close();
        }
    }

    private static void replicate(RedisServer replica, RedisServer master) {
        replica.call("REPLICAOF", "127.0.0.1", master.port());
        await().atMost(Duration.ofSeconds(60)).until(
                () -> replica.call("INFO", "replication").toString().contains("master_link_status:up")
                        && replica.call("HGET", STATE, "gen") != null);
    }

    private void lead(RedisServer server, NodeProcess... some) {
        for (NodeProcess node : some) {
            nodes.network(node).retarget(server.port());
            nodes.network(node).cut();
        }
    }

    private void assertReaches(NodeProcess from, NodeProcess to) {
        JsonObject revalidation = nodes.revalidate(from, ITEM);
        nodes.awaitRunning();
        nodes.awaitNewer(to, ITEM, revalidation);
    }

    /** The revalidation is lost with the tail; the entry that it was to drop is not. */
    @Test
    void aReplicaThatMissedTheLastRevalidationTakesOver() {
        RedisServer master = server();
        RedisServer replica = server();
        start(master, Map.of());
        replicate(replica, master);
        nodes.awaitRunning();
        nodes.read(a, ITEM);
        await().until(() -> ((List<?>) replica.call("KEYS", "use-cache:library:*item*:e")).size() == 1);
        replica.call("REPLICAOF", "127.0.0.1", 1);
        JsonObject lost = nodes.revalidate(a, ITEM);
        assertThat(lost.getBoolean("propagated")).isTrue();
        master.kill();
        replica.call("REPLICAOF", "NO", "ONE");
        lead(replica, a, b);
        nodes.awaitNewer(b, ITEM, lost);
        nodes.awaitRunning();
        assertReaches(b, a);
    }

    @Test
    void aServerThatComesBackWithAnOldFileIsBegunAnew() {
        RedisServer server = server("--appendonly", "yes", "--appendfsync", "no");
        start(server, Map.of());
        await().until(() -> !((List<?>) server.call("KEYS", "use-cache:library:*item*:e")).isEmpty());
        Path old = server.directory().resolve("old");
        copy(server.directory().resolve("appendonlydir"), old);
        JsonObject lost = nodes.revalidate(a, ITEM);
        assertThat(lost.getBoolean("propagated")).isTrue();
        server.kill();
        copy(old, server.directory().resolve("appendonlydir"));
        server.restart();
        assertThat((List<?>) server.call("KEYS", "use-cache:library:*item*:e")).as("the old entry").isNotEmpty();
        nodes.awaitNewer(b, ITEM, lost);
        assertReaches(b, a);
    }

    private static void copy(Path from, Path to) {
        try (Stream<Path> files = Files.list(from)) {
            Files.createDirectories(to);
            try (Stream<Path> before = Files.list(to)) {
                before.forEach(file -> file.toFile().delete());
            }
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The server answers that it loads its file, for some seconds. */
    @Test
    void aServerThatStillLoadsItsFileIsWaitedForByNobody() {
        RedisServer server = server("--appendonly", "yes", "--key-load-delay", "500");
        server.call("EVAL", "for i = 1, 10000 do redis.call('SET', 'k' .. i, i) end", 0);
        start(server, Map.of());
        server.kill();
        Thread loading = new Thread(server::restart);
        loading.start();
        await().atMost(Duration.ofSeconds(30)).until(() -> answer(server), answer -> answer.contains("LOADING"));
        JsonObject revalidation = nodes.revalidate(a, ITEM);
        assertThat(revalidation.getBoolean("propagated")).isFalse();
        nodes.read(b, ITEM);
        await().atMost(Duration.ofSeconds(60)).until(() -> !loading.isAlive());
        nodes.awaitRunning();
        nodes.awaitNewer(b, ITEM, revalidation);
    }

    private static String answer(RedisServer server) {
        try {
            return "" + server.call("GET", "k1");
        } catch (RuntimeException e) {
            return e.getMessage();
        }
    }

    /** With the fence the old master acknowledges nothing; without, its node tells the new one when it finds it. */
    @ParameterizedTest
    @ValueSource(booleans = { true, false })
    void twoMastersAtOnce(boolean fenced) {
        RedisServer old = server("--min-replicas-max-lag", "1");
        RedisServer other = server();
        start(old, Map.of());
        replicate(other, old);
        nodes.awaitRunning();
        other.call("REPLICAOF", "NO", "ONE");
        lead(other, b);
        if (fenced) {
            old.call("CONFIG", "SET", "min-replicas-to-write", 1);
        }
        JsonObject revalidation = a.get("/revalidate?tag=item:" + ITEM);
        assertThat(revalidation.getBoolean("propagated")).isNotEqualTo(fenced);
        lead(other, a);
        nodes.awaitRunning();
        await().atMost(Duration.ofSeconds(60))
                .until(() -> nodes.read(b, ITEM).getLong("began") > revalidation.getLong("began"));
        assertReaches(b, a);
    }

    /** There is no way back to a master that was left, for a node that is led to and fro. */
    @Test
    void aNodeThatIsLedToAndFroBetweenTwoMastersServesNothingOld() {
        RedisServer old = server();
        RedisServer other = server();
        start(old, Map.of());
        replicate(other, old);
        nodes.awaitRunning();
        other.call("REPLICAOF", "NO", "ONE");
        for (int i = 0; i < 3; i++) {
            lead(other, a);
            nodes.revalidate(a, ITEM);
            nodes.read(a, ITEM);
            lead(old, a);
            nodes.revalidate(a, ITEM);
            nodes.read(a, ITEM);
        }
        lead(other, a, b);
        nodes.awaitRunning();
        assertReaches(a, b);
    }

    @Test
    void aSentinelNamesTheNewMaster() {
        RedisServer master = server();
        RedisServer replica = server("--replicaof", "127.0.0.1 " + master.port());
        RedisServer sentinel = RedisServer.sentinel(master);
        open.add(sentinel);
        await().atMost(Duration.ofSeconds(60)).until(() -> sentinel.call("SENTINEL", "REPLICAS", "main").toString(),
                replicas -> replicas.contains("" + replica.port()) && !replicas.contains("s_down"));
        start(master, Map.of("quarkus.redis.hosts", sentinel.url(), "quarkus.redis.client-type", "sentinel",
                "quarkus.redis.master-name", "main"));
        master.kill();
        JsonObject away = nodes.revalidate(a, ITEM);
        nodes.awaitRunning();
        nodes.awaitNewer(b, ITEM, away);
        assertReaches(b, a);
    }

    /** A server that is frozen still takes connections, and is the first that the nodes know of. */
    @ParameterizedTest
    @ValueSource(booleans = { true, false })
    void aReplicaInAClusterTakesOver(boolean frozen) {
        String[] options = { "--cluster-enabled", "yes", "--cluster-node-timeout", "2000" };
        RedisServer master = server(options);
        RedisServer replica = server(options);
        master.call("CLUSTER", "ADDSLOTSRANGE", 0, 16383);
        replica.call("CLUSTER", "MEET", "127.0.0.1", master.port());
        await().atMost(Duration.ofSeconds(60)).ignoreExceptions()
                .until(() -> replica.call("CLUSTER", "REPLICATE", master.call("CLUSTER", "MYID")).equals("OK"));
        await().atMost(Duration.ofSeconds(60)).until(() -> master.call("CLUSTER", "INFO").toString().contains("state:ok")
                && replica.call("INFO", "replication").toString().contains("master_link_status:up"));
        start(master,
                Map.of("quarkus.redis.hosts", master.url() + "," + replica.url(), "quarkus.redis.client-type", "cluster"));
        if (frozen) {
            master.freeze();
        } else {
            master.kill();
        }
        replica.call("CLUSTER", "FAILOVER", "TAKEOVER");
        JsonObject away = nodes.revalidate(a, ITEM);
        nodes.awaitRunning();
        nodes.awaitNewer(b, ITEM, away);
        assertReaches(b, a);
    }
}
