package org.acme.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;

import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.quarkiverse.usecache.Revalidation;
import io.quarkiverse.usecache.RevalidationMode;
import io.quarkiverse.usecache.TagCache;
import io.quarkiverse.usecache.runtime.redis.KeyNames;
import io.quarkiverse.usecache.runtime.redis.RedisStore;
import io.quarkiverse.usecache.runtime.redis.RedisStoreOptions;
import io.quarkiverse.usecache.servers.RespConnection;
import io.quarkiverse.usecache.spi.LogAnswer;
import io.quarkiverse.usecache.spi.Position;
import io.quarkiverse.usecache.spi.RevalidationLog;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Redis;

/** An application whose caches are in Redis; the test is the other node. */
@QuarkusTest
@WithTestResource(RedisResource.class)
@Timeout(120)
class SharedCacheTest {

    @Inject
    Shelf shelf;

    @Inject
    TagCache tags;

    @Inject
    Vertx vertx;

    @ConfigProperty(name = "test.redis.port")
    int port;

    private RedisStore otherNode;
    private RevalidationLog log;
    private RespConnection redis;

    @BeforeEach
    void connect() {
        redis = new RespConnection(port);
        RedisStoreOptions options = new RedisStoreOptions(new KeyNames("use-cache", "library", "other", "1"),
                Duration.ofSeconds(10), Duration.ofSeconds(10), Duration.ZERO, 1, 1_000, 1_000_000, 1_000);
        otherNode = new RedisStore(vertx, () -> Redis.createClient(vertx, "redis://127.0.0.1:" + port), options);
        log = otherNode.open(() -> {
        });
    }

    @AfterEach
    void close() {
        otherNode.close();
        redis.close();
    }

    private LogAnswer revalidateElsewhere(String... names) {
        return log.revalidate(Position.NONE, 1, RevalidationMode.EXPIRE, List.of(names)).toCompletableFuture().join();
    }

    private void awaitPublished(String part) {
        await().atMost(Duration.ofSeconds(60)).until(() -> redis.call("KEYS", "use-cache:library:*" + part + "*:e"),
                keys -> !((List<?>) keys).isEmpty());
    }

    @Test
    void aRevalidationElsewhereReachesThisNode() {
        Book first = shelf.book("Momo");
        assertThat(shelf.book("Momo")).isEqualTo(first);
        int here = (int) shelf.onThisNode();
        revalidateElsewhere("books");
        await().atMost(Duration.ofSeconds(60)).until(() -> shelf.book("Momo").reads() > first.reads());
        await().atMost(Duration.ofSeconds(60)).until(() -> (int) shelf.onThisNode() > here);
    }

    @Test
    void aRevalidationHereIsInTheLogWhenItReturns() {
        shelf.book("Emma");
        Revalidation revalidation = tags.revalidateTag("book:Emma");
        assertThat(revalidation.propagated()).isTrue();
        assertThat(redis.call("HGET", "use-cache:{library}:state", "Ebook:Emma")).isEqualTo("" + revalidation.sequence());
        assertThat(revalidation.token()).endsWith("-" + revalidation.sequence());
    }

    @Test
    void valuesAreInRedisAsJson() {
        Book book = shelf.book("Ulysses");
        awaitPublished("Ulysses");
        shelf.byAuthor("Joyce").await().atMost(Duration.ofSeconds(30));
        awaitPublished("Joyce");
        List<?> keys = (List<?>) redis.call("KEYS", "use-cache:library:*Ulysses*:e");
        assertThat((String) redis.call("GET", keys.get(0))).contains("\"title\":\"Ulysses\"", "\"reads\":" + book.reads());
    }
}
