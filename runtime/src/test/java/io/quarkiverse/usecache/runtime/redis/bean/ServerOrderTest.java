package io.quarkiverse.usecache.runtime.redis.bean;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.quarkus.redis.runtime.client.config.RedisClientConfig;
import io.vertx.redis.client.RedisClientType;
import io.vertx.redis.client.RedisTopology;

@Timeout(60)
class ServerOrderTest {

    private static final Set<URI> SERVERS = Set.of(URI.create("redis://a"), URI.create("redis://b"), URI.create("redis://c"));

    /** Which servers come first for some clients. */
    private static Set<URI> firsts(RedisClientType type, Optional<RedisTopology> topology) {
        Map<String, Object> values = Map.of("hosts", Optional.of(SERVERS), "clientType", type, "topology", topology);
        RedisClientConfig config = (RedisClientConfig) Proxy.newProxyInstance(RedisClientConfig.class.getClassLoader(),
                new Class<?>[] { RedisClientConfig.class }, (proxy, method, arguments) -> values.get(method.getName()));
        return IntStream.range(0, 1_000).mapToObj(i -> ServerOrder.random(config).orElseThrow())
                .peek(servers -> assertThat(servers).hasSize(3)).map(servers -> servers.iterator().next())
                .collect(Collectors.toSet());
    }

    @ParameterizedTest
    @EnumSource(RedisClientType.class)
    void eachServerIsAskedFirstBySomeClient(RedisClientType type) {
        assertThat(firsts(type, Optional.empty())).hasSize(3);
    }

    @Test
    void theFirstStaysFirstWhereItIsTheMaster() {
        assertThat(firsts(RedisClientType.REPLICATION, Optional.of(RedisTopology.STATIC))).hasSize(1);
    }
}
