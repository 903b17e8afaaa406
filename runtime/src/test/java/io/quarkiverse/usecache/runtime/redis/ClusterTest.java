package io.quarkiverse.usecache.runtime.redis;

import static io.quarkiverse.usecache.runtime.redis.Scripts.LOG;
import static io.quarkiverse.usecache.runtime.redis.Scripts.STATE;
import static io.quarkiverse.usecache.runtime.redis.Stores.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.quarkiverse.usecache.RevalidationMode;
import io.quarkiverse.usecache.servers.RedisServer;
import io.quarkiverse.usecache.spi.EntryKey;
import io.quarkiverse.usecache.spi.LoadLease.State;
import io.quarkiverse.usecache.spi.LogAnswer;
import io.quarkiverse.usecache.spi.Position;
import io.quarkiverse.usecache.spi.RevalidationLog;
import io.quarkiverse.usecache.spi.SharedEntries;
import io.vertx.redis.client.RedisClientType;

/** Two masters that share the slots: entries are spread, state and log are on one of them. */
@Timeout(120)
class ClusterTest {

    private static final String[] CLUSTER = { "--cluster-enabled", "yes", "--cluster-node-timeout", "2000" };

    private final RedisServer first = RedisServer.start(CLUSTER);
    private final RedisServer second = RedisServer.start(CLUSTER);
    private final Stores stores = new Stores();

    @AfterEach
    void close() {
        stores.close();
        first.close();
        second.close();
    }

    private void form() {
        first.call("CLUSTER", "ADDSLOTSRANGE", 0, 8191);
        second.call("CLUSTER", "ADDSLOTSRANGE", 8192, 16383);
        first.call("CLUSTER", "MEET", "127.0.0.1", second.port());
        for (RedisServer each : List.of(first, second)) {
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> each.call("CLUSTER", "INFO").toString().contains("cluster_state:ok"));
        }
    }

    @Test
    void theStoreWorksOnACluster() throws Exception {
        form();
        stores.clientType = RedisClientType.CLUSTER;
        RedisStore store = stores.at(first.url());
        CountDownLatch woken = new CountDownLatch(1);
        RevalidationLog log = store.open(woken::countDown);
        LogAnswer before = get(log.pull(Position.NONE, 500));
        RevalidationLog other = stores.at(second.url()).open(() -> {
        });
        LogAnswer own = get(other.revalidate(Position.NONE, 500, RevalidationMode.EXPIRE, List.of("x")));
        Position position = new Position(before.generation(), before.clock());
        assertThat(get(log.pull(position, 500)).entries()).hasSize(1);
        assertThat(get(log.ask(List.of("x"))).tags().get("x").expired()).isEqualTo(own.clock());
        assertThat(woken.await(30, TimeUnit.SECONDS)).isTrue();

        SharedEntries entries = store.entries();
        List<EntryKey> keys = IntStream.range(0, 50).mapToObj(i -> new EntryKey("books", "of(" + i + ")")).toList();
        for (EntryKey key : keys) {
            assertThat(get(entries.lease(key, "mine", Duration.ofMinutes(1))).state()).isEqualTo(State.GRANTED);
            get(entries.publish(key, new byte[] { 1 }, Duration.ofMinutes(1)));
            get(entries.release(key, "mine", true));
            assertThat(get(entries.get(key))).isPresent();
        }
        assertThat((Long) first.call("DBSIZE")).isGreaterThan(2L);
        assertThat((Long) second.call("DBSIZE")).isGreaterThan(2L);
    }

    /** While a slot moves, the client tries again what needs keys of which one has moved and the other has not. */
    @Test
    void answersEndInTheOrderOfTheStepsWhileTheLogMoves() throws Exception {
        form();
        stores.clientType = RedisClientType.CLUSTER;
        RevalidationLog log = stores.at(first.url()).open(() -> {
        });
        get(log.revalidate(Position.NONE, 1, RevalidationMode.EXPIRE, List.of("x")));
        long slot = (Long) first.call("CLUSTER", "KEYSLOT", STATE);
        RedisServer from = slot < 8192 ? first : second;
        RedisServer to = from == first ? second : first;
        to.call("CLUSTER", "SETSLOT", slot, "IMPORTING", from.call("CLUSTER", "MYID"));
        from.call("CLUSTER", "SETSLOT", slot, "MIGRATING", to.call("CLUSTER", "MYID"));
        from.call("MIGRATE", "127.0.0.1", to.port(), STATE, 0, 5_000);
        List<Long> order = new CopyOnWriteArrayList<>();
        List<CompletionStage<LogAnswer>> stages = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            stages.add(log.revalidate(Position.NONE, 1, RevalidationMode.EXPIRE, List.of("t" + i)));
            stages.get(i).thenAccept(answer -> order.add(answer.clock()));
        }
        from.call("MIGRATE", "127.0.0.1", to.port(), LOG, 0, 5_000);
        for (CompletionStage<LogAnswer> each : stages) {
            each.toCompletableFuture().handle((answer, failure) -> answer).get(30, TimeUnit.SECONDS);
        }
        assertThat(order).isNotEmpty().isSorted();
    }
}
