package io.quarkiverse.usecache.runtime.redis.bean;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import io.quarkus.proxy.ProxyConfigurationRegistry;
import io.quarkus.redis.runtime.client.VertxRedisClientFactory;
import io.quarkus.redis.runtime.client.config.RedisClientConfig;
import io.quarkus.tls.TlsConfigurationRegistry;
import io.vertx.core.Vertx;
import io.vertx.redis.client.ProtocolVersion;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisReplicas;

/**
 * Makes clients with hosts, credentials and TLS of one of the application's Redis clients, and settings of their own: one
 * connection each, masters only, and the protocol whose answers are not mixed with messages.
 */
final class OwnClients implements Supplier<Redis> {

    /** More than ever wait, so that the client itself refuses none. */
    private static final int MAXIMUM_WAITING = 10_000;

    private static final Map<String, Object> OWN = Map.of(
            "replicas", Optional.of(RedisReplicas.NEVER),
            "preferredProtocolVersion", Optional.of(ProtocolVersion.RESP2),
            "maxWaitingHandlers", MAXIMUM_WAITING,
            "reconnectAttempts", 0);

    private final String name;
    private final Vertx vertx;
    private final RedisClientConfig config;
    private final TlsConfigurationRegistry tls;
    private final ProxyConfigurationRegistry proxies;

    OwnClients(String name, Vertx vertx, RedisClientConfig config, TlsConfigurationRegistry tls,
            ProxyConfigurationRegistry proxies) {
        this.name = name;
        this.vertx = vertx;
        this.config = withOwnSettings(config);
        this.tls = tls;
        this.proxies = proxies;
    }

    private static RedisClientConfig withOwnSettings(RedisClientConfig config) {
        InvocationHandler handler = (proxy, method, arguments) -> {
            Object own = method.getName().equals("hosts") ? ServerOrder.random(config) : OWN.get(method.getName());
            try {
                return own != null ? own : method.invoke(config, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        };
        return (RedisClientConfig) Proxy.newProxyInstance(RedisClientConfig.class.getClassLoader(),
                new Class<?>[] { RedisClientConfig.class }, handler);
    }

    @Override
    public Redis get() {
        return VertxRedisClientFactory.create(name, vertx, config, tls, proxies);
    }
}
