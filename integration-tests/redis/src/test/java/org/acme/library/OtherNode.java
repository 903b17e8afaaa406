package org.acme.library;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;

import io.quarkiverse.usecache.RevalidationMode;
import io.quarkiverse.usecache.runtime.redis.KeyNames;
import io.quarkiverse.usecache.runtime.redis.RedisStore;
import io.quarkiverse.usecache.runtime.redis.RedisStoreOptions;
import io.quarkiverse.usecache.servers.RespConnection;
import io.quarkiverse.usecache.spi.EntryKey;
import io.quarkiverse.usecache.spi.Position;
import io.quarkiverse.usecache.spi.RevalidationLog;
import io.quarkiverse.usecache.spi.SharedEntries;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Redis;

/** A node of the application beside the one that runs. */
final class OtherNode implements AutoCloseable {

    private static final String ENTRIES = "use-cache:library:1:{books:";
    private static final String ENTRY = "}:e";

    private final Vertx vertx = Vertx.vertx();
    private final RespConnection redis;
    private final RedisStore store;
    private final RevalidationLog log;

    OtherNode(int port) {
        redis = new RespConnection(port);
        RedisStoreOptions options = new RedisStoreOptions(new KeyNames("use-cache", "library", "library", "1"),
                Duration.ofSeconds(10), Duration.ofSeconds(10), Duration.ZERO, 1, 1_000, 1_000_000, 1_000);
        store = new RedisStore(vertx, () -> Redis.createClient(vertx, "redis://127.0.0.1:" + port), options);
        log = store.open(() -> {
        });
    }

    void revalidate(String... tags) {
        log.revalidate(Position.NONE, 1, RevalidationMode.EXPIRE, List.of(tags)).toCompletableFuture().join();
    }

    /** Waits until the entry is there whose key has this in it. */
    EntryKey published(String part) {
        List<?> names = await().atMost(Duration.ofSeconds(60)).until(() -> names(part), each -> !each.isEmpty());
        String name = (String) names.get(0);
        return new EntryKey("books", name.substring(ENTRIES.length(), name.length() - ENTRY.length()));
    }

    boolean isPublished(String part) {
        return !names(part).isEmpty();
    }

    private List<?> names(String part) {
        return (List<?>) redis.call("KEYS", ENTRIES + "*" + part + "*" + ENTRY);
    }

    /** The whole entry, its header too. */
    String entry(EntryKey key) {
        return new String(entries().get(key).toCompletableFuture().join().orElseThrow(), ISO_8859_1);
    }

    /** Publishes the entry of one book as that of another, whose title is as long. */
    void copy(EntryKey key, String title, String other) {
        byte[] entry = entry(key).replace(title, other).getBytes(ISO_8859_1);
        entries().publish(new EntryKey(key.cache(), key.text().replace(title, other)), entry, Duration.ofMinutes(5))
                .toCompletableFuture().join();
    }

    private SharedEntries entries() {
        return store.entries();
    }

    /** What the log has of a tag. */
    Object lastExpired(String tag) {
        return redis.call("HGET", "use-cache:{library}:state", "E" + tag);
    }

    @Override
    public void close() {
        store.close();
        redis.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
