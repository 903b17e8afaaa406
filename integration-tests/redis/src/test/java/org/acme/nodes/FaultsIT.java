package org.acme.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.usecache.servers.RedisServer;
import io.quarkiverse.usecache.servers.TcpProxy;
import io.quarkiverse.usecache.servers.TcpProxy.Direction;
import io.vertx.core.json.JsonObject;

/**
 * The faults of a server and of the way to it, one at a time. Node {@code b} is not woken up but polls; node {@code next} is of
 * the next version of the application, and cuts the log at three entries.
 */
@Timeout(180)
class FaultsIT {

    private static final Pattern TIME = Pattern.compile("(\\$16\r\n\\d{16}\r\n\\$16\r\n)(\\d{16})(\r\n)");

    private static RedisServer redis;
    private static Nodes nodes;
    private static NodeProcess a;
    private static NodeProcess b;
    private static NodeProcess next;
    private static int lastItem;

    private final int item = ++lastItem;

    @BeforeAll
    static void start() {
        redis = RedisServer.start();
        nodes = new Nodes(redis.port());
        a = nodes.start("a");
        b = nodes.start("b", Map.of("quarkus.use-cache.redis.wake-up", "poll"));
        next = nodes.start("next",
                Map.of("quarkus.use-cache.redis.version", "next", "quarkus.use-cache.redis.log-entries", "3"));
    }

    @AfterAll
    static void end() {
        nodes.close();
        redis.close();
    }

    @BeforeEach
    void awaitRunning() {
        nodes.awaitRunning();
    }

    @AfterEach
    void nobodyNeedsToBeTold() {
        assertThat(nodes.all()).allSatisfy(node -> assertThat(node.problems()).isEmpty());
    }

    /**
     * A revalidation on one node reaches another; until a node has noticed that its connection is lost, it says that none has.
     */
    private void assertReaches(NodeProcess from, NodeProcess to) {
        JsonObject first = nodes.revalidate(from, item);
        nodes.awaitNewer(to, item, first);
        JsonObject propagated = await().atMost(Duration.ofSeconds(30)).until(() -> nodes.revalidate(from, item),
                revalidation -> revalidation.getBoolean("propagated"));
        nodes.awaitNewer(to, item, propagated);
    }

    private static long resyncs(NodeProcess node) {
        return node.status().getLong("resyncs");
    }

    @Test
    void aNodeThatIsCutOffServesNothingOldAndReplaysWhatItMissed() {
        nodes.read(a, item);
        nodes.read(b, item);
        long resyncs = resyncs(b);
        TcpProxy network = nodes.network(b);
        network.refuse(true);
        network.cut();
        assertReaches(a, b);
        assertThat(nodes.revalidate(b, item).getBoolean("propagated")).isFalse();
        network.refuse(false);
        awaitRunning();
        assertThat(resyncs(b)).isEqualTo(resyncs);
        assertThat(b.status().getLong("sequence")).isEqualTo(a.status().getLong("sequence"));
        nodes.read(a, item);
    }

    @ParameterizedTest
    @EnumSource(Direction.class)
    void aNodeThatIsNotHeardOrDoesNotHearFindsAnotherConnection(Direction direction) {
        nodes.read(a, item);
        nodes.read(b, item);
        nodes.network(b).hold(direction);
        assertReaches(a, b);
        await().atMost(Duration.ofSeconds(60)).until(() -> b.status().getString("state").equals("RUNNING"));
        nodes.network(b).release(direction);
        assertReaches(a, b);
    }

    @Test
    void aConnectionThatOneSideHasClosedIsMadeAnew() {
        nodes.read(a, item);
        nodes.network(a).connections().stream().filter(TcpProxy.Connection::isOpen)
                .forEach(each -> each.halfClose(Direction.TO_CLIENT));
        assertReaches(b, a);
        awaitRunning();
        assertReaches(a, b);
    }

    @Test
    void aNodeThatWasPausedWhileTheLogWasCutReloads() {
        nodes.read(a, item);
        long resyncs = resyncs(a);
        a.freeze();
        JsonObject revalidation = nodes.revalidate(next, item);
        for (int i = 1; i <= 5; i++) {
            nodes.revalidate(next, 10_000 + i);
        }
        a.thaw();
        nodes.awaitNewer(a, item, revalidation);
        awaitRunning();
        assertThat(resyncs(a)).isEqualTo(resyncs + 1);
    }

    @ParameterizedTest
    @ValueSource(strings = { "FLUSHALL", "DEL use-cache:{library}:state", "DEL use-cache:{library}:log",
            "CLIENT KILL TYPE normal", "SCRIPT FLUSH" })
    void whatIsLostInTheServerIsBegunAnew(String command) {
        nodes.read(a, item);
        nodes.read(b, item);
        redis.call((Object[]) command.split(" "));
        nodes.read(a, item);
        nodes.read(b, item);
        awaitRunning();
        assertReaches(a, b);
        awaitRunning();
        assertReaches(b, a);
    }

    @ParameterizedTest
    @ValueSource(strings = { "maxmemory 1mb 0", "min-replicas-to-write 1 0" })
    void aServerThatRefusesIsToldAfterwards(String setting) {
        String[] words = setting.split(" ");
        nodes.read(a, item);
        nodes.read(b, item);
        redis.call("CONFIG", "SET", words[0], words[1]);
        JsonObject revalidation = nodes.revalidate(a, item);
        nodes.read(a, item);
        nodes.read(b, item);
        redis.call("CONFIG", "SET", words[0], words[2]);
        assertThat(revalidation.getBoolean("propagated")).isFalse();
        awaitRunning();
        nodes.awaitNewer(b, item, revalidation);
    }

    @Test
    void aReplicaIsNotBelieved() {
        nodes.read(a, item);
        nodes.read(b, item);
        redis.call("REPLICAOF", "127.0.0.1", 1);
        JsonObject revalidation = nodes.revalidate(a, item);
        nodes.read(b, item);
        redis.call("REPLICAOF", "NO", "ONE");
        assertThat(revalidation.getBoolean("propagated")).isFalse();
        awaitRunning();
        nodes.awaitNewer(b, item, revalidation);
    }

    @ParameterizedTest
    @ValueSource(longs = { 3_600_000_000L, -3_600_000_000L })
    void aJumpOfTheServersClockChangesAgesOnly(long micros) {
        nodes.network(b).changeAnswers(answer -> shifted(answer, micros));
        nodes.read(a, item);
        nodes.read(b, item);
        assertReaches(a, b);
        assertReaches(b, a);
        nodes.network(b).changeAnswers(answer -> answer);
    }

    private static byte[] shifted(byte[] answer, long micros) {
        String text = new String(answer, StandardCharsets.ISO_8859_1);
        return TIME.matcher(text).replaceAll(found -> found.group(1).replace("$", "\\$")
                + (Long.parseLong(found.group(2)) + micros) + found.group(3)).getBytes(StandardCharsets.ISO_8859_1);
    }

    @Test
    void versionsShareTheirTagsAndNotTheirEntries() {
        for (NodeProcess each : List.of(a, next)) {
            assertThat(nodes.read(each, item).getString("node")).isEqualTo(each.name);
        }
        assertReaches(a, next);
        assertReaches(next, a);
    }

    @Test
    void aTokenBringsARevalidationToAnotherNodeAtOnce() {
        nodes.read(a, item);
        nodes.read(b, item);
        JsonObject revalidation = nodes.revalidate(a, item);
        JsonObject here = b.get("/await?token=" + revalidation.getString("token"));
        assertThat(here.getBoolean("here")).isTrue();
        assertThat(nodes.read(b, item).getLong("began")).isGreaterThan(revalidation.getLong("began"));
    }
}
