package io.quarkiverse.usecache.test.bridge;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.usecache.TagCache;
import io.quarkiverse.usecache.test.EventLoops;
import io.quarkiverse.usecache.test.HandTicker;
import io.quarkiverse.usecache.test.Meanwhile;
import io.quarkus.cache.CacheManager;
import io.quarkus.test.QuarkusUnitTest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;

/** What quarkus-cache offers besides keys, invalidation and code holds here too. */
@Timeout(60)
class OtherBehavioursTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(
                    root -> root.addClasses(Almanac.class, HandTicker.class, Meanwhile.class, EventLoops.class))
            .overrideConfigKey("quarkus.cache.type", "use-cache");

    @Inject
    Almanac almanac;

    @Inject
    TagCache tagCache;

    @Inject
    CacheManager caches;

    @Inject
    HandTicker ticker;

    @Inject
    Vertx vertx;

    @BeforeEach
    void forget() {
        tagCache.clearAll();
    }

    @Test
    void aGeneratorMakesTheKey() {
        int first = almanac.saying("red sky at night");
        assertThat(almanac.saying("red sky in the morning")).isEqualTo(first);
        int other = almanac.saying("blue sky");
        assertThat(other).isNotEqualTo(first);
        almanac.forget("red");
        assertThat(almanac.saying("red sky")).isNotEqualTo(first);
        assertThat(almanac.saying("blue")).isEqualTo(other);
    }

    @Test
    void aCallerWaitsForAnotherNoLongerThanItsLockTimeout() {
        almanac.release = new CountDownLatch(1);
        CountDownLatch release = almanac.release;
        CompletableFuture<Integer> first = Meanwhile.join(() -> almanac.slow("a"));
        int second = almanac.slow("a");
        assertThat(first).isNotDone();
        release.countDown();
        assertThat(first).succeedsWithin(Duration.ofSeconds(20)).isNotEqualTo(second);
        assertThat(almanac.slow("a")).isEqualTo(first.join());
    }

    @Test
    void aMultiIsNeverCached() {
        int first = almanac.many().toUni().await().atMost(Duration.ofSeconds(20));
        assertThat(almanac.many().toUni().await().atMost(Duration.ofSeconds(20))).isNotEqualTo(first);
    }

    @Test
    void theBeanOfSomebodyElseIsCachedWhereItIsInjected() {
        int first = almanac.tides.at("Cuxhaven");
        assertThat(almanac.tides.at("Cuxhaven")).isEqualTo(first);
        assertThat(almanac.tides.at("Husum")).isNotEqualTo(first);
        caches.getCache("tides").orElseThrow().invalidateAll().await().atMost(Duration.ofSeconds(20));
        assertThat(almanac.tides.at("Cuxhaven")).isNotEqualTo(first);
    }

    /** Each caller is told on its own context, whichever thread completes the item. */
    @Test
    void itemsArriveOnTheCallersContext() throws Exception {
        CompletableFuture<Integer> loaded = new CompletableFuture<>();
        Context first = EventLoops.newContext(vertx);
        Context second = EventLoops.newContext(vertx);
        CompletableFuture<Context> leader = EventLoops.subscribe(first, () -> called(loaded));
        EventLoops.call(first, () -> 0).get(20, SECONDS);
        CompletableFuture<Context> joiner = EventLoops.subscribe(second, () -> called(loaded));
        EventLoops.call(second, () -> 0).get(20, SECONDS);
        Meanwhile.call(() -> loaded.complete(1));
        assertThat(leader.get(20, SECONDS)).isSameAs(first);
        assertThat(joiner.get(20, SECONDS)).isSameAs(second);
    }

    private Uni<Context> called(CompletableFuture<Integer> loaded) {
        return caches.getCache("lives").orElseThrow()
                .<String, Integer> getAsync("a", key -> Uni.createFrom().completionStage(loaded))
                .map(item -> Vertx.currentContext());
    }

    @Test
    void aResultSaysForHowLongItIsKeptOrNotAtAll() {
        int none = almanac.minutes(0);
        assertThat(almanac.minutes(0)).isNotEqualTo(none);
        int one = almanac.minutes(1);
        int ten = almanac.minutes(10);
        assertThat(almanac.minutes(1)).isEqualTo(one);
        ticker.advance(Duration.ofMinutes(2));
        assertThat(almanac.minutes(1)).isNotEqualTo(one);
        assertThat(almanac.minutes(10)).isEqualTo(ten);
    }
}
