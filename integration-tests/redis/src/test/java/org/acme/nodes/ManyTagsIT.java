package org.acme.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.quarkiverse.usecache.servers.RedisServer;

/** As many tags as the system property {@code usecache.nodes.tags} says are revalidated, each once. */
@Tag("slow")
@Timeout(1_200)
class ManyTagsIT {

    private static final int TAGS = Integer.getInteger("usecache.nodes.tags", 200_000);
    private static final int AT_ONCE = 1_000;
    private static final int PARTS = 10;
    private static final Pattern MEMORY = Pattern.compile("used_memory:(\\d+)");
    private static final int MAXIMUM = Math.min(100_000, TAGS / 20);

    private static long memory(RedisServer redis) {
        Matcher matcher = MEMORY.matcher(redis.call("INFO", "memory").toString());
        assertThat(matcher.find()).isTrue();
        return Long.parseLong(matcher.group(1)) / 1024;
    }

    @Test
    void neitherServerNorNodesGrow() {
        try (RedisServer redis = RedisServer.start(); Nodes nodes = new Nodes(redis.port())) {
            Map<String, String> config = Map.of("quarkus.use-cache.redis.maximum-tags", "" + MAXIMUM,
                    "quarkus.use-cache.redis.log-entries", "100", "quarkus.use-cache.redis.command-timeout", "10s",
                    "quarkus.use-cache.redis.lease", "60s");
            NodeProcess a = nodes.start("a", config);
            NodeProcess b = nodes.start("b", config);
            nodes.awaitRunning();
            long began = System.nanoTime();
            long mostFields = 0;
            long mostKnown = 0;
            long[] mostMemory = new long[2];
            for (int part = 0; part < PARTS; part++) {
                int count = TAGS / PARTS;
                assertThat(a.getLater("/revalidate-many?from=" + part * count + "&count=" + count + "&atOnce=" + AT_ONCE,
                        Duration.ofSeconds(600)).join().getInteger("notPropagated")).isZero();
                mostFields = Math.max(mostFields, (Long) redis.call("HLEN", "use-cache:{library}:state"));
                mostKnown = Math.max(mostKnown, Math.max(known(a), known(b)));
                int half = 2 * part / PARTS;
                mostMemory[half] = Math.max(mostMemory[half], memory(redis));
            }
            System.out.printf(
                    "Nodes: %d tags in %d s, at most %d of %d in the state and %d on a node; Redis at most %d kB in the first "
                            + "half, %d kB in the second; heap %d kB%n",
                    TAGS, (System.nanoTime() - began) / 1_000_000_000, mostFields, MAXIMUM, mostKnown, mostMemory[0],
                    mostMemory[1], b.status().getLong("heapKilobytes"));
            assertThat(mostKnown).isLessThanOrEqualTo(MAXIMUM + AT_ONCE);
            assertThat(mostFields).isLessThanOrEqualTo(2L * MAXIMUM + 100 * AT_ONCE);
            assertThat(mostMemory[1]).isLessThan(mostMemory[0] * 3 / 2);
        }
    }

    private static int known(NodeProcess node) {
        return node.status().getInteger("knownTags");
    }
}
