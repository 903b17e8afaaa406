package org.acme.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import io.quarkiverse.usecache.servers.RedisServer;

/**
 * Three nodes call and revalidate, everything that can fail does so at random, and each call is held against what is promised.
 * What happens follows from the seed of each round, when it happens does not. System properties: {@code usecache.nodes.seconds}
 * in all, {@code usecache.nodes.seed} of the first round.
 */
@Timeout(value = 2, unit = TimeUnit.HOURS)
class HistoryIT {

    private static final long SECONDS = Long.getLong("usecache.nodes.seconds", 15);
    private static final long FIRST_SEED = Long.getLong("usecache.nodes.seed", 1);
    private static final Duration ROUND = Duration.ofSeconds(12);
    private static final int LONGEST_PAUSE = 500;

    private final RedisServer master = RedisServer.start();
    private final RedisServer standby = RedisServer.start();
    private final Nodes nodes = new Nodes(master.port());
    private final Map<String, Integer> faultCounts = new TreeMap<>();
    private RedisServer[] servers = { master, standby };
    private int calls;
    private int revalidations;

    @TempDir
    Path journals;

    @AfterEach
    void close() {
        nodes.close();
        standby.close();
        master.close();
    }

    @Test
    void noCallIsGivenWhatARevalidationForbids() throws Exception {
        standby.call("REPLICAOF", "127.0.0.1", master.port());
        for (String name : List.of("a", "b", "c")) {
            nodes.start(name, Map.of("quarkus.use-cache.redis.wake-up", name.equals("c") ? "poll" : "stream"));
        }
        nodes.awaitRunning();
        long seed = FIRST_SEED;
        for (long end = System.nanoTime() + SECONDS * 1_000_000_000; System.nanoTime() - end < 0; seed++) {
            try {
                round(seed, Math.min(ROUND.toNanos(), end - System.nanoTime()));
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("Round with seed " + seed + ": " + e.getMessage(), e);
            }
        }
        assertThat(nodes.all()).allSatisfy(node -> assertThat(node.log()).noneMatch(HistoryIT::isError));
        System.out.printf("Nodes: %d s of history, seeds %d to %d, %d calls, %d revalidations, no violation; %s%n", SECONDS,
                FIRST_SEED, seed - 1, calls, revalidations, faultCounts);
    }

    /** The client itself may call a connection that is lost while it is being made an error. */
    private static boolean isError(String line) {
        return line.contains(" ERROR ") && !line.contains("[io.vertx.redis.client.");
    }

    private void round(long seed, long nanos) throws Exception {
        Random random = new Random(seed);
        RandomFaults faults = new RandomFaults(random, nodes, servers[0], servers[1]);
        long end = System.nanoTime() + nanos;
        Round round = new Round(seed, end, nodes, journals);
        while (System.nanoTime() - end < 0) {
            round.beginWhereNeeded();
            faults.next();
            Thread.sleep(random.nextInt(LONGEST_PAUSE));
            round.carryToken(random);
        }
        faults.cureAll();
        servers = new RedisServer[] { faults.master(), faults.standby() };
        faults.counts().forEach((name, count) -> faultCounts.merge(name, count, Integer::sum));
        round.awaitEnd();
        nodes.awaitRunning();
        round.check();
        calls += round.calls();
        revalidations += round.revalidations();
    }
}
