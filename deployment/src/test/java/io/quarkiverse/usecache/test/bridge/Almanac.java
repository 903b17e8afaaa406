package io.quarkiverse.usecache.test.bridge;

import static io.quarkiverse.usecache.CachedCall.cacheLife;

import java.lang.reflect.Method;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import io.quarkiverse.usecache.Lifetime;
import io.quarkiverse.usecache.test.Meanwhile;
import io.quarkus.cache.CacheInvalidate;
import io.quarkus.cache.CacheKeyGenerator;
import io.quarkus.cache.CacheResult;
import io.quarkus.cache.CachedResults;
import io.smallrye.mutiny.Multi;

/** Uses what quarkus-cache offers besides; every run gives another number. */
@Singleton
class Almanac {

    /** Somebody else's bean. */
    interface Tides {

        int at(String port);
    }

    @Singleton
    static class CountedTides implements Tides {

        private final AtomicInteger runs = new AtomicInteger();

        @Override
        public int at(String port) {
            return runs.incrementAndGet();
        }
    }

    /** Takes the first word. */
    public static class FirstWord implements CacheKeyGenerator {

        @Override
        public Object generate(Method method, Object... arguments) {
            return ((String) arguments[0]).split(" ")[0];
        }
    }

    final AtomicInteger runs = new AtomicInteger();
    volatile CountDownLatch release = new CountDownLatch(0);

    @Inject
    @CachedResults(cacheName = "tides")
    Tides tides;

    @CacheResult(cacheName = "words", keyGenerator = FirstWord.class)
    public int saying(String text) {
        return runs.incrementAndGet();
    }

    @CacheInvalidate(cacheName = "words", keyGenerator = FirstWord.class)
    public void forget(String text) {
        runs.incrementAndGet();
    }

    /** The first run waits. */
    @CacheResult(cacheName = "slow", lockTimeout = 100)
    public int slow(String key) {
        int run = runs.incrementAndGet();
        CountDownLatch mine = release;
        release = new CountDownLatch(0);
        Meanwhile.await(mine);
        return run;
    }

    @CacheResult(cacheName = "many")
    public Multi<Integer> many() {
        return Multi.createFrom().item(runs.incrementAndGet());
    }

    /** Is not kept if there is nothing in it, and else for as many minutes as it says. */
    @CacheResult(cacheName = "lives")
    public int minutes(int minutes) {
        Duration life = Duration.ofMinutes(minutes);
        cacheLife(new Lifetime(null, life, life));
        return runs.incrementAndGet();
    }
}
