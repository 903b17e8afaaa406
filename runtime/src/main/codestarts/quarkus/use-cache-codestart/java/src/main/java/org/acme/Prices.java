package org.acme;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkiverse.usecache.CacheLife;
import io.quarkiverse.usecache.CacheTag;
import io.quarkiverse.usecache.RevalidateTag;
import io.quarkiverse.usecache.UseCache;

@ApplicationScoped
public class Prices {

    private final Map<String, Integer> database = new ConcurrentHashMap<>(Map.of("apple", 30, "pear", 45));

    /** Read once for each item, and then served from the cache, for an hour or until it is changed. */
    @UseCache
    @CacheLife("hours")
    @CacheTag({ "prices", "price:{item}" })
    public Price of(String item) {
        return new Price(item, database.getOrDefault(item, 0), Instant.now());
    }

    /** Drops what is cached of this item, and nothing else. */
    @RevalidateTag("price:{item}")
    public void change(String item, int cents) {
        database.put(item, cents);
    }
}
