package io.quarkiverse.usecache.it.neighbours;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkiverse.usecache.CacheTag;
import io.quarkiverse.usecache.UseCache;
import io.smallrye.mutiny.Uni;

/** What most of the application asks for. */
@ApplicationScoped
public class Rates {

    private final Map<String, Integer> rates = new ConcurrentHashMap<>();

    @UseCache
    @CacheTag("rate:{currency}")
    public int rate(String currency) {
        return rates.getOrDefault(currency, 100);
    }

    @UseCache
    @CacheTag("rate:{currency}")
    public Uni<Integer> later(String currency) {
        return Uni.createFrom().item(() -> rates.getOrDefault(currency, 100));
    }

    /** Without a word to the cache. */
    public void set(String currency, int rate) {
        if (rate < 0) {
            throw new IllegalArgumentException("The rate [" + rate + "] is negative: " + currency + ". Give a positive one.");
        }
        rates.put(currency, rate);
    }

    public void raise(String currency) {
        rates.merge(currency, 101, (rate, first) -> rate + 1);
    }
}
