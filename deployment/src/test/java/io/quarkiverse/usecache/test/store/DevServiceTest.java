package io.quarkiverse.usecache.test.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.usecache.CacheTag;
import io.quarkiverse.usecache.TagCache;
import io.quarkiverse.usecache.UseCache;
import io.quarkiverse.usecache.servers.RedisServer;
import io.quarkiverse.usecache.servers.RespConnection;
import io.quarkus.builder.Version;
import io.quarkus.deployment.Feature;
import io.quarkus.deployment.builditem.DevServicesResultBuildItem;
import io.quarkus.maven.dependency.Dependency;
import io.quarkus.test.QuarkusUnitTest;

/** The store is where the dev service of its Redis client is, here that of a named one. */
@Timeout(120)
class DevServiceTest {

    private static final AtomicReference<RedisServer> SERVER = new AtomicReference<>();

    @ApplicationScoped
    static class Words {

        @UseCache
        @CacheTag("words")
        String longest() {
            return "donaudampfschiff";
        }
    }

    /** As the Redis client's own build step tells of a container. */
    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(root -> root.addClass(Words.class))
            .setForcedDependencies(List.of(Dependency.of("io.quarkus", "quarkus-redis-client", Version.getVersion())))
            .overrideConfigKey("quarkus.devservices.enabled", "false")
            .overrideConfigKey("quarkus.application.name", "words")
            .overrideConfigKey("quarkus.use-cache.store", "redis")
            .overrideConfigKey("quarkus.use-cache.redis.client", "cache")
            .addBuildChainCustomizer(chain -> chain.addBuildStep(context -> context.produce(started()))
                    .produces(DevServicesResultBuildItem.class).build())
            .setAfterAllCustomizer(() -> SERVER.get().close());

    @Inject
    TagCache tags;

    /** The application's class loader has this class a second time, where there is no server: the test asks for its address. */
    @ConfigProperty(name = "quarkus.redis.cache.hosts")
    URI address;

    private static DevServicesResultBuildItem started() {
        SERVER.set(RedisServer.start());
        return DevServicesResultBuildItem.discovered().feature(Feature.REDIS_CLIENT).containerId("a container")
                .config(Map.of("quarkus.redis.cache.hosts", SERVER.get().url())).build();
    }

    @Test
    void revalidationsGoThere() {
        await().atMost(Duration.ofSeconds(60)).until(() -> tags.revalidateTag("words").propagated());
        try (RespConnection redis = new RespConnection(address.getPort())) {
            assertThat(redis.call("HEXISTS", "use-cache:{words}:state", "Ewords")).isEqualTo(1L);
        }
    }
}
