package io.quarkiverse.usecache.it.benchmarks.shared.contestant;

import org.redisson.Redisson;
import org.redisson.api.RLocalCachedMap;
import org.redisson.api.RMap;
import org.redisson.api.RedissonClient;
import org.redisson.api.options.LocalCachedMapOptions;
import org.redisson.codec.TypedJsonJacksonCodec;
import org.redisson.config.Config;

/** A map of Redisson's, with and without a copy in the memory of this node; invalidations reach copies by messages. */
public final class RedissonBooks implements AutoCloseable {

    private static final TypedJsonJacksonCodec CODEC = new TypedJsonJacksonCodec(String.class, Book.class);

    private final RedissonClient client;
    private final RLocalCachedMap<String, Book> near;
    private final RMap<String, Book> far;

    public RedissonBooks(String redis) {
        Config config = new Config();
        config.useSingleServer().setAddress(redis);
        client = Redisson.create(config);
        near = client.getLocalCachedMap(LocalCachedMapOptions.<String, Book> name("redisson-near").codec(CODEC));
        far = client.getMap("redisson-far", CODEC);
    }

    public Book near(String id) {
        return near.computeIfAbsent(id, Book::of);
    }

    public Book far(String id) {
        Book found = far.get(id);
        return found == null ? load(id) : found;
    }

    private Book load(String id) {
        Book book = Book.of(id);
        far.fastPut(id, book);
        return book;
    }

    @Override
    public void close() {
        client.shutdown();
    }
}
