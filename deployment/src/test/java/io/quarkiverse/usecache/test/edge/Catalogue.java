package io.quarkiverse.usecache.test.edge;

import static io.quarkiverse.usecache.CachedCall.cacheTag;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import io.quarkiverse.usecache.CacheLife;
import io.quarkiverse.usecache.CacheTag;
import io.quarkiverse.usecache.CachedCall;
import io.quarkiverse.usecache.Lifetime;
import io.quarkiverse.usecache.UseCache;
import io.smallrye.mutiny.Uni;

/** Cached methods of all kinds. */
@Singleton
public class Catalogue {

    @Inject
    Stock stock;

    @UseCache
    @CacheLife("hours")
    @CacheTag({ "products", "product:{id}" })
    public String product(String id) {
        return "product " + id + " " + stock.next();
    }

    @UseCache
    @CacheLife("minutes")
    @CacheTag("prices")
    public Uni<String> price(String id) {
        return Uni.createFrom().item(() -> "price " + id + " " + stock.next()).onItem().delayIt().by(Duration.ofMillis(1));
    }

    @UseCache
    @CacheTag("reviews")
    public CompletionStage<String> review(String id) {
        return CompletableFuture.supplyAsync(() -> "review " + id + " " + stock.next(), threads());
    }

    private static Executor threads() {
        return task -> new Thread(task).start();
    }

    /** One cached call that is made of another. */
    @UseCache
    @CacheLife("days")
    @CacheTag("pages")
    public String page(String id) {
        return "page of " + product(id);
    }

    @UseCache("forever")
    @CacheLife("default")
    public String untagged(String id) {
        return id + stock.next();
    }

    @UseCache
    @CacheTag("fragile")
    public String fragile(String id) {
        throw new IllegalStateException("There is no " + id);
    }

    @UseCache
    public String uncacheable(String id) {
        CachedCall.cacheLife(new Lifetime(null, Duration.ZERO, null));
        return id + stock.next();
    }

    @UseCache
    public String tagged(String tag) {
        cacheTag(tag);
        return tag;
    }

    @UseCache
    public String taggedOften(int tags) {
        for (int i = 0; i < tags; i++) {
            cacheTag("x".repeat(250) + i);
        }
        return "much";
    }
}
