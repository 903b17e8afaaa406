package io.quarkiverse.usecache.test;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkiverse.usecache.CacheLife;
import io.quarkiverse.usecache.CacheTag;
import io.quarkiverse.usecache.UseCache;
import io.smallrye.mutiny.Uni;

/** What the tests of the support for tests call. */
@ApplicationScoped
public class Prices {

    private final Map<String, Integer> prices = new ConcurrentHashMap<>(Map.of("bread", 3));

    @UseCache
    @CacheLife(revalidate = "10m", expire = "1h")
    @CacheTag("price:{product}")
    public int of(String product) {
        return prices.merge(product, 1, Integer::sum);
    }

    @UseCache
    @CacheLife(revalidate = "10m", expire = "1h")
    public int of(String product, int pieces) {
        return pieces * of(product);
    }

    @UseCache("quotes")
    public Uni<Integer> later(String product) {
        return Uni.createFrom().item(() -> of(product));
    }

    public int uncached(String product) {
        return prices.get(product);
    }
}
