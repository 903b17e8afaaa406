package io.quarkiverse.usecache.runtime.redis;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import io.quarkiverse.usecache.spi.RevalidationLog;
import io.quarkiverse.usecache.spi.SharedEntries;
import io.quarkiverse.usecache.spi.SharedStore;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Redis;

/**
 * The shared store in Redis or Valkey, over clients of its own: one for the log, one that waits for it to grow, and some for
 * entries. Never over the application's pool, which fails when many calls use it at once.
 */
public final class RedisStore implements SharedStore {

    private static final int MAXIMUM_WAITING = 2_048;

    private final Vertx vertx;
    private final Supplier<Redis> clients;
    private final RedisStoreOptions options;
    private final boolean cluster;
    private final Failures failures = new Failures();
    private final FailOverDetection detection;
    private final Set<RedisLog> logs = ConcurrentHashMap.newKeySet();
    private final DataConnections connections;
    private final RedisEntries entries;

    /** @param clients makes a client that talks RESP2 and asks masters only */
    public RedisStore(Vertx vertx, Supplier<Redis> clients, RedisStoreOptions options) {
        this(vertx, clients, options, false);
    }

    /** @param cluster whether the clients are those of a cluster */
    public RedisStore(Vertx vertx, Supplier<Redis> clients, RedisStoreOptions options, boolean cluster) {
        this.vertx = vertx;
        this.clients = clients;
        this.options = options;
        this.cluster = cluster;
        this.detection = new FailOverDetection(options.names());
        connections = new DataConnections(options.dataConnections(), vertx,
                () -> channel(options.commandTimeout(), Duration.ZERO, false));
        entries = new RedisEntries(options.names(), failures, connections);
    }

    private Channel channel(Duration commandTimeout, Duration patience, boolean oneByOne) {
        return new Channel(vertx, clients, failures, options.connectTimeout(), commandTimeout, patience, MAXIMUM_WAITING,
                oneByOne);
    }

    @Override
    public RevalidationLog open(Runnable listener) {
        logs.removeIf(RedisLog::isClosed);
        Channel control = channel(options.commandTimeout(), options.connectTimeout(), cluster);
        WakeUp wakeUp = new WakeUp(vertx, options,
                () -> channel(options.commandTimeout().plus(options.wakeUp()), options.connectTimeout(), false), listener);
        RedisLog log = new RedisLog(options, failures, control, wakeUp, detection);
        logs.add(log);
        return log;
    }

    @Override
    public SharedEntries entries() {
        return entries;
    }

    @Override
    public Map<String, String> details() {
        return Map.of("failover-detection", detection.works());
    }

    @Override
    public void close() {
        logs.forEach(RedisLog::close);
        connections.close();
    }
}
