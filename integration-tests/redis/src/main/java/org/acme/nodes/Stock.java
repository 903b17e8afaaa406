package org.acme.nodes;

import static io.quarkiverse.usecache.CachedCall.cacheTag;

import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.quarkiverse.usecache.CacheLife;
import io.quarkiverse.usecache.CacheTag;
import io.quarkiverse.usecache.UseCache;
import io.smallrye.mutiny.Uni;

/** Cached methods whose results say when their loads began. */
@ApplicationScoped
public class Stock {

    private static final long LONG_LOAD = TimeUnit.MILLISECONDS.toNanos(300);
    private static final long SHORT_LOAD = TimeUnit.MILLISECONDS.toNanos(5);
    private static final long SLOW_LOAD = TimeUnit.MILLISECONDS.toNanos(20);

    /** How often the slow method has run on this node. */
    static final AtomicLong SLOW_LOADS = new AtomicLong();

    @Inject
    Stock self;

    @ConfigProperty(name = "node.name", defaultValue = "node")
    String node;

    @UseCache("stock")
    @CacheTag({ "items", "item:{item}" })
    public Reading item(int item) {
        return read(item);
    }

    private Reading read(int item) {
        Reading reading = new Reading(item, System.nanoTime(), node);
        ThreadLocalRandom random = ThreadLocalRandom.current();
        LockSupport.parkNanos(random.nextInt(50) == 0 ? random.nextLong(LONG_LOAD) : random.nextLong(SHORT_LOAD));
        return reading;
    }

    @UseCache("stock")
    @CacheTag("items")
    @CacheLife(revalidate = "500ms", expire = "1h")
    public Reading refreshed(int item) {
        Reading reading = read(item);
        cacheTag("item:" + item);
        return reading;
    }

    @UseCache("stock")
    @CacheTag({ "items", "item:{item}" })
    public Uni<Reading> later(int item) {
        return Uni.createFrom().item(() -> read(item));
    }

    @UseCache("stock")
    @CacheTag("pairs")
    public Pair pair(int one, int other) {
        long began = System.nanoTime();
        return new Pair(began, self.item(one), self.item(other));
    }

    /** In memory of each node alone, and revalidated from elsewhere too. */
    @UseCache("near")
    @CacheTag({ "items", "item:{item}" })
    public Reading near(int item) {
        return read(item);
    }

    /** Always takes the same time. */
    @UseCache("slow")
    @CacheTag("slow:{item}")
    public Reading slow(int item) {
        Reading reading = new Reading(item, System.nanoTime(), node);
        SLOW_LOADS.incrementAndGet();
        LockSupport.parkNanos(SLOW_LOAD);
        return reading;
    }
}
