package io.quarkiverse.usecache.runtime.redis;

import static io.quarkiverse.usecache.runtime.redis.Stores.failure;
import static io.quarkiverse.usecache.runtime.redis.Stores.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.quarkiverse.usecache.RevalidationMode;
import io.quarkiverse.usecache.servers.RedisServer;
import io.quarkiverse.usecache.spi.EntryKey;
import io.quarkiverse.usecache.spi.LogAnswer;
import io.quarkiverse.usecache.spi.Position;
import io.quarkiverse.usecache.spi.RevalidationLog;
import io.quarkiverse.usecache.spi.SharedStoreException;
import io.quarkiverse.usecache.spi.SharedStoreException.Kind;
import io.vertx.redis.client.RedisClientType;

/** A replica takes over when its master has gone. */
@Timeout(180)
class SentinelTest {

    private static final Runnable NOTHING = () -> {
    };

    private final RedisServer master = RedisServer.start();
    private final RedisServer replica = RedisServer.start("--replicaof", "127.0.0.1 " + master.port());
    private final RedisServer sentinel = RedisServer.sentinel(master);
    private final Stores stores = new Stores();

    @AfterEach
    void close() {
        stores.close();
        sentinel.close();
        replica.close();
        master.close();
    }

    @Test
    void theNewMasterIsFoundAndOpensAnotherGeneration() {
        await().atMost(Duration.ofSeconds(60)).until(() -> sentinel.call("SENTINEL", "REPLICAS", "main").toString(),
                replicas -> replicas.contains("" + replica.port()) && !replicas.contains("s_down"));
        stores.clientType = RedisClientType.SENTINEL;
        RedisStore store = stores.at(sentinel.url());
        RevalidationLog log = store.open(NOTHING);
        LogAnswer before = get(log.revalidate(Position.NONE, 1, RevalidationMode.EXPIRE, List.of("x")));
        Position position = new Position(before.generation(), before.clock());
        master.kill();
        await().atMost(Duration.ofSeconds(30)).until(() -> failure(log.pull(position, 1)) == Kind.LOST);
        await().atMost(Duration.ofSeconds(90)).ignoreExceptionsInstanceOf(SharedStoreException.class).until(() -> {
            RevalidationLog next = store.open(NOTHING);
            LogAnswer after = get(next.pull(position, 1));
            next.close();
            return after.reload() && !after.generation().equals(before.generation());
        });
        EntryKey key = new EntryKey("books", "of(1)");
        await().atMost(Duration.ofSeconds(60)).ignoreExceptionsInstanceOf(SharedStoreException.class)
                .until(() -> get(store.entries().get(key)).isEmpty());
        assertThat(replica.call("INFO", "replication").toString()).contains("role:master");
    }
}
