package io.quarkiverse.usecache.runtime.redis.bean;

import java.util.function.Function;

import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jboss.logging.Logger;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkiverse.usecache.runtime.codec.CompressingCodec;
import io.quarkiverse.usecache.runtime.codec.JacksonValueCodec;
import io.quarkiverse.usecache.runtime.config.UseCacheRedisConfig;
import io.quarkiverse.usecache.runtime.redis.RedisStore;
import io.quarkiverse.usecache.runtime.redis.RedisStoreOptions;
import io.quarkiverse.usecache.spi.SharedStore;
import io.quarkiverse.usecache.spi.ValueCodec;
import io.quarkus.arc.SyntheticCreationalContext;
import io.quarkus.proxy.ProxyConfigurationRegistry;
import io.quarkus.redis.runtime.client.config.RedisClientConfig;
import io.quarkus.redis.runtime.client.config.RedisConfig;
import io.quarkus.runtime.RuntimeValue;
import io.quarkus.runtime.annotations.Recorder;
import io.quarkus.tls.TlsConfigurationRegistry;
import io.smallrye.config.SmallRyeConfig;
import io.vertx.core.Vertx;
import io.vertx.redis.client.RedisClientType;

/** Makes the store when the application starts; it connects by itself then, and nothing waits for that. */
@Recorder
public class RedisStoreRecorder {

    private static final Logger LOG = Logger.getLogger(RedisStoreRecorder.class);

    private final RuntimeValue<UseCacheRedisConfig> config;

    public RedisStoreRecorder(RuntimeValue<UseCacheRedisConfig> config) {
        this.config = config;
    }

    /** @param client the name of the application's client whose configuration is used */
    public Function<SyntheticCreationalContext<SharedStore>, SharedStore> store(String client) {
        return beans -> {
            Config all = ConfigProvider.getConfig();
            RedisStoreOptions options = StoreSettings.options(config.getValue(),
                    all.getOptionalValue("quarkus.application.name", String.class).orElse("application"),
                    all.getOptionalValue("quarkus.application.version", String.class).orElse("1"));
            RedisClientConfig clientConfig = all.unwrap(SmallRyeConfig.class).getConfigMapping(RedisConfig.class).clients()
                    .get(client);
            StoreSettings.requireServer(RedisConfig.getPropertyName(client, RedisConfig.HOSTS),
                    clientConfig.hosts().isPresent() || clientConfig.hostsProviderName().isPresent());
            Vertx vertx = beans.getInjectedReference(Vertx.class);
            return new RedisStore(vertx, new OwnClients(client, vertx, clientConfig,
                    beans.getInjectedReference(TlsConfigurationRegistry.class),
                    beans.getInjectedReference(ProxyConfigurationRegistry.class)), options,
                    clientConfig.clientType() == RedisClientType.CLUSTER);
        };
    }

    public void tellOfTheClientsHealth() {
        LOG.info(
                "While Redis is down the application is not ready, though its cache goes on: the Redis client's own check says "
                        + "so. Set quarkus.redis.health.enabled=false if nothing else needs Redis.");
    }

    /** The codec of all caches that have none of their own. */
    public Function<SyntheticCreationalContext<ValueCodec>, ValueCodec> codec() {
        return beans -> {
            ValueCodec json = new JacksonValueCodec(beans.getInjectedReference(ObjectMapper.class));
            return config.getValue().compressAbove().<ValueCodec> map(size -> new CompressingCodec(json, size.asLongValue()))
                    .orElseGet(() -> new CompressingCodec(json, Long.MAX_VALUE));
        };
    }
}
