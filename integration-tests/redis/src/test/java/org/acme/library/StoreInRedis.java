package org.acme.library;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.quarkiverse.usecache.runtime.redis.KeyNames;
import io.quarkiverse.usecache.runtime.redis.RedisStore;
import io.quarkiverse.usecache.runtime.redis.RedisStoreOptions;
import io.quarkiverse.usecache.servers.RedisServer;
import io.quarkiverse.usecache.spi.SharedStore;
import io.quarkiverse.usecache.tck.StoreUnderTest;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisOptions;

/** The store in Redis for the compatibility kit, with a server of its own. */
final class StoreInRedis implements StoreUnderTest {

    private final RedisServer server = RedisServer.start();
    private final Vertx vertx = Vertx.vertx();
    private final List<SharedStore> stores = new ArrayList<>();

    @Override
    public SharedStore connect() {
        RedisStoreOptions options = new RedisStoreOptions(new KeyNames("use-cache", "space", "app", "1"),
                Duration.ofSeconds(10), Duration.ofSeconds(20), Duration.ofSeconds(1), 2, LOG_ENTRIES, 1_000_000, TAGS);
        RedisOptions client = new RedisOptions().setConnectionString(server.url());
        SharedStore store = new RedisStore(vertx, () -> Redis.createClient(vertx, client), options);
        stores.add(store);
        return store;
    }

    @Override
    public void loseLog() {
        server.call("DEL", "use-cache:{space}:state", "use-cache:{space}:log");
    }

    @Override
    public void close() {
        stores.forEach(SharedStore::close);
        vertx.close().toCompletionStage().toCompletableFuture().join();
        server.close();
    }
}
