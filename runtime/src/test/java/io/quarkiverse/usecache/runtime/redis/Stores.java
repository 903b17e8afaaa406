package io.quarkiverse.usecache.runtime.redis;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.quarkiverse.usecache.spi.SharedStoreException;
import io.vertx.core.Vertx;
import io.vertx.redis.client.ProtocolVersion;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisClientType;
import io.vertx.redis.client.RedisOptions;

/** Makes stores without an application, and ends them. */
final class Stores implements AutoCloseable {

    static final Duration COMMAND_TIMEOUT = Duration.ofSeconds(2);

    private final Vertx vertx = Vertx.vertx();
    private final List<RedisStore> stores = new ArrayList<>();
    int logEntries = 1_000;
    int maximumTags = 1_000;
    Duration commandTimeout = COMMAND_TIMEOUT;
    RedisClientType clientType = RedisClientType.STANDALONE;
    Duration wakeUp = Duration.ofSeconds(5);

    RedisStore at(String url) {
        KeyNames names = new KeyNames("use-cache", "space", "app", "1");
        RedisStoreOptions options = new RedisStoreOptions(names, commandTimeout, Duration.ofSeconds(20), wakeUp, 2,
                logEntries, 1_000_000, maximumTags);
        RedisOptions client = new RedisOptions().setConnectionString(url)
                .setType(clientType).setMasterName("main").setPreferredProtocolVersion(ProtocolVersion.RESP2);
        RedisStore store = new RedisStore(vertx, () -> Redis.createClient(vertx, client), options,
                clientType == RedisClientType.CLUSTER);
        stores.add(store);
        return store;
    }

    static <T> T get(CompletionStage<T> stage) {
        try {
            return stage.toCompletableFuture().get(30, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof SharedStoreException known ? known : new CompletionException(e.getCause());
        } catch (InterruptedException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    static SharedStoreException.Kind failure(CompletionStage<?> stage) {
        try {
            Object value = get(stage);
            throw new AssertionError("No failure but " + value);
        } catch (SharedStoreException e) {
            return e.kind();
        }
    }

    @Override
    public void close() {
        stores.forEach(RedisStore::close);
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
