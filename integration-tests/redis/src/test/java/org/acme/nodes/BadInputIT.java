package org.acme.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.quarkiverse.usecache.servers.RedisServer;
import io.vertx.core.json.JsonObject;

/** What others do to the server: each is told of once, with what to do, and calls go on. */
@Timeout(180)
class BadInputIT {

    private static final String CHANGE = """
            local e = redis.call('GET', KEYS[1])
            local header = string.sub(e, 1, 4 + 256 * string.byte(e, 3) + string.byte(e, 4))
            redis.call('SET', KEYS[1], (%s))
            """;

    /** What becomes of an entry that is {@code e}, and has a header. */
    private static final Map<Integer, String> BAD_ENTRIES = Map.of(
            1, "string.sub(e, 1, 20)",
            2, "'something else'",
            3, "string.gsub(e, '\"format\":1', '\"format\":9')",
            4, "'\\127\\255\\255\\255' .. string.sub(e, 5)",
            5, "header .. string.rep('[', 100000)",
            6, "string.gsub(e, '\"generation\":\"%x+\"', '\"generation\":{\"a\":[]}')",
            7, "string.gsub(e, '\"began\":%d+', '\"began\":\"x\"')",
            8, "''",
            9, "string.sub(e, 1, 4) .. string.rep('[', 100000)",
            10, "header .. ARGV[1]");

    private final RedisServer redis = RedisServer.start();
    private final Nodes nodes = new Nodes(redis.port());

    @AfterEach
    void close() {
        nodes.close();
        redis.close();
    }

    /** As an error, once; that it loads everything anew, where a revalidation was lost half way, it may say besides. */
    private static void assertTold(NodeProcess node, String... parts) {
        await().atMost(Duration.ofSeconds(30)).untilAsserted(
                () -> assertThat(node.problems()).filteredOn(line -> line.contains(" ERROR ")).singleElement().asString()
                        .contains(parts));
    }

    /** The key of an item's entry; a node that has lost its lease for a moment does not publish what it loads then. */
    private String published(NodeProcess node, int item) {
        Set<Object> before = entries();
        nodes.read(node, item);
        await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofSeconds(1)).until(() -> {
            if (entries().equals(before)) {
                nodes.revalidate(node, item);
                nodes.read(node, item);
            }
            return !entries().equals(before);
        });
        Set<Object> added = entries();
        added.removeAll(before);
        return added.iterator().next().toString();
    }

    private Set<Object> entries() {
        return new HashSet<>((List<?>) redis.call("KEYS", "use-cache:library:*:e"));
    }

    /** Some thousand bytes that would fill the heap. */
    private static byte[] muchFromLittle() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            byte[] spaces = new byte[1_000_000];
            Arrays.fill(spaces, (byte) ' ');
            for (int i = 0; i < 200; i++) {
                out.write(spaces);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    @Test
    void entriesThatAreNone() {
        byte[] bomb = muchFromLittle();
        NodeProcess a = nodes.start("a");
        NodeProcess b = nodes.start("b");
        nodes.awaitRunning();
        BAD_ENTRIES.forEach((item, change) -> {
            redis.call("EVAL", CHANGE.formatted(change), 1, published(a, item), bomb);
            assertThat(nodes.read(b, item).getString("node")).isEqualTo("b");
        });
        await().untilAsserted(() -> assertThat(b.problems()).hasSize(2));
        assertThat(b.problems()).anyMatch(line -> line.contains("An entry of the shared store cannot be read"))
                .anyMatch(line -> line.contains("cannot be read as it is in the shared store"));
        assertThat(a.problems()).isEmpty();
    }

    @Test
    void otherTypesUnderOurKeys() {
        NodeProcess a = nodes.start("a");
        nodes.awaitRunning();
        String entry = published(a, 1);
        redis.call("DEL", entry);
        redis.call("SADD", entry, "x");
        redis.call("SET", "use-cache:{library}:log", "x");
        JsonObject revalidation = nodes.revalidate(a, 1);
        assertThat(revalidation.getBoolean("propagated")).isFalse();
        nodes.read(a, 1);
        assertTold(a, "WRONGTYPE", "delete it, or set quarkus.use-cache.redis.prefix");
        redis.call("DEL", "use-cache:{library}:log");
        nodes.awaitRunning();
    }

    @Test
    void aStateOfAnotherType() {
        redis.call("SET", "use-cache:{library}:state", "x");
        NodeProcess a = nodes.start("a");
        nodes.read(a, 1);
        assertThat(nodes.revalidate(a, 1).getBoolean("propagated")).isFalse();
        nodes.read(a, 1);
        assertTold(a, "WRONGTYPE", "delete it, or set quarkus.use-cache.redis.prefix");
        redis.call("DEL", "use-cache:{library}:state");
        nodes.awaitRunning();
    }

    @Test
    void rightsThatAreTooNarrow() {
        redis.call("ACL", "SETUSER", "narrow", "on", ">secret", "~use-cache:*", "+@all", "-xadd");
        NodeProcess a = nodes.start("a",
                Map.of("quarkus.redis.hosts", "redis://narrow:secret@127.0.0.1:" + redis.port()));
        nodes.awaitRunning();
        nodes.read(a, 1);
        assertThat(nodes.revalidate(a, 1).getBoolean("propagated")).isFalse();
        nodes.read(a, 1);
        assertTold(a, "the page on Redis lists");
        redis.call("ACL", "SETUSER", "narrow", "+xadd");
        nodes.awaitRunning();
    }

    @Test
    void aWrongPasswordThatIsCorrected() {
        redis.call("CONFIG", "SET", "requirepass", "right");
        NodeProcess a = nodes.start("a", Map.of("quarkus.redis.password", "wrong"));
        nodes.read(a, 1);
        assertThat(nodes.revalidate(a, 1).getBoolean("propagated")).isFalse();
        nodes.read(a, 1);
        assertTold(a, "WRONGPASS", "Correct the user or the password of the Redis client");
        try (var connection = redis.connect()) {
            connection.call("AUTH", "right");
            connection.call("CONFIG", "SET", "requirepass", "wrong");
        }
        nodes.awaitRunning();
    }
}
