package io.quarkiverse.usecache.runtime.redis.bean;

import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.quarkus.redis.runtime.client.VertxRedisClientFactory;
import io.quarkus.redis.runtime.client.config.RedisClientConfig;
import io.vertx.redis.client.RedisClientType;
import io.vertx.redis.client.RedisTopology;

/**
 * The order in which a client asks its servers where the master is. It asks the next one only when it could not connect to the
 * one before, and so never gets past a server that takes connections and says nothing. Where any of them knows the master, each
 * client begins with another one: the next client finds what this one did not.
 */
final class ServerOrder {

    private ServerOrder() {
    }

    static Optional<Set<URI>> random(RedisClientConfig config) {
        return isMasterFirst(config) ? config.hosts() : servers(config).map(ServerOrder::shuffled);
    }

    private static boolean isMasterFirst(RedisClientConfig config) {
        return config.clientType() == RedisClientType.REPLICATION
                && config.topology().filter(topology -> topology == RedisTopology.STATIC).isPresent();
    }

    private static Optional<Set<URI>> servers(RedisClientConfig config) {
        return config.hosts().or(
                () -> config.hostsProviderName().map(name -> VertxRedisClientFactory.findProvider(name).getHosts()));
    }

    private static Set<URI> shuffled(Set<URI> servers) {
        List<URI> order = new ArrayList<>(servers);
        Collections.shuffle(order);
        return new LinkedHashSet<>(order);
    }
}
