package org.acme.press;

import static io.quarkiverse.usecache.CachedCall.cacheTag;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.inject.Singleton;

import io.quarkiverse.usecache.CacheLife;
import io.quarkiverse.usecache.CacheTag;
import io.quarkiverse.usecache.UseCache;

/** Articles, which are another version each time that they are loaded. */
@Singleton
public class News {

    private final Map<String, AtomicInteger> loads = new ConcurrentHashMap<>();

    @UseCache
    @CacheLife("hours")
    @CacheTag("articles")
    public String article(String id) {
        cacheTag("article:" + id, "résumé, of " + id);
        return id + " " + loads.computeIfAbsent(id, any -> new AtomicInteger()).incrementAndGet();
    }
}
