package io.quarkiverse.usecache.test.metrics;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkiverse.usecache.CacheLife;
import io.quarkiverse.usecache.CacheTag;
import io.quarkiverse.usecache.UseCache;

@ApplicationScoped
public class Shop {

    @UseCache("prices")
    @CacheLife(revalidate = "1m", expire = "1h")
    @CacheTag("price:{id}")
    public String price(String id) {
        if (id.equals("none")) {
            throw new IllegalStateException("none");
        }
        return id;
    }
}
