package io.quarkiverse.usecache.test.bridge;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Level;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.usecache.TagCache;
import io.quarkiverse.usecache.runtime.view.CacheView;
import io.quarkiverse.usecache.runtime.view.CacheView.EntryQuery;
import io.quarkiverse.usecache.test.HandTicker;
import io.quarkiverse.usecache.test.Meanwhile;
import io.quarkus.cache.Cache;
import io.quarkus.cache.CacheManager;
import io.quarkus.cache.CacheName;
import io.quarkus.cache.CaffeineCache;
import io.quarkus.cache.CompositeCacheKey;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.QuarkusUnitTest;
import io.smallrye.mutiny.Uni;

/** Code that uses quarkus-cache is served from here when one property says so. */
@Timeout(60)
class QuarkusCacheTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(root -> root.addClasses(Weather.class, HandTicker.class, Meanwhile.class))
            .overrideConfigKey("quarkus.cache.type", "use-cache")
            .overrideConfigKey("quarkus.cache.caffeine.\"brief\".expire-after-write", "10M")
            .overrideConfigKey("quarkus.cache.caffeine.\"brief\".expire-after-access", "1M")
            .overrideConfigKey("quarkus.cache.caffeine.\"small\".maximum-size", "10")
            .overrideRuntimeConfigKey("quarkus.use-cache.caches.\"weather\".maximum-size", "1000")
            .overrideRuntimeConfigKey("quarkus.use-cache.caches.\"no-null\".cache-null", "false")
            .setLogRecordPredicate(record -> record.getLevel().intValue() >= Level.WARNING.intValue()
                    && record.getLoggerName().startsWith("io.quarkiverse.usecache."))
            .assertLogRecords(records -> assertThat(records).singleElement().satisfies(record -> assertThat(
                    String.format(record.getMessage(), record.getParameters())).startsWith(
                            "quarkus.cache.caffeine.expire-after-access has no effect on the cache [brief]")));

    @Inject
    Weather weather;

    @Inject
    TagCache tagCache;

    @Inject
    CacheManager caches;

    @CacheName("single")
    Cache single;

    @CacheName("brief")
    Cache brief;

    @CacheName("small")
    Cache small;

    @CacheName("no-null")
    Cache noNull;

    @Inject
    HandTicker ticker;

    @Inject
    CacheView view;

    @BeforeEach
    void forget() {
        tagCache.clearAll();
    }

    private static <T> T value(Uni<T> uni) {
        return uni.await().atMost(Duration.ofSeconds(20));
    }

    private static Object any(Uni<?> uni) {
        return value(uni);
    }

    private static int number(Uni<Integer> uni) {
        return value(uni);
    }

    @Test
    void anEntryIsSharedByMethodsThatUseOneCacheAndKey() {
        int value = weather.daily("monday", "Bonn");
        assertThat(weather.daily("monday", "Bonn")).isEqualTo(value);
        assertThat(weather.dailyOf("monday", "Bonn", new Object())).isEqualTo(value);
        assertThat(weather.daily("monday", "Ulm")).isNotEqualTo(value);
        weather.forget("monday", "Bonn");
        assertThat(weather.daily("monday", "Bonn")).isGreaterThan(value);
    }

    @Test
    void allKindsOfKeysAreInvalidated() {
        Object custom = new Object();
        for (Object key : List.of("text", 7, custom, List.of(1, 2))) {
            Object before = weather.of(key);
            assertThat(weather.of(key)).isEqualTo(before);
            Object other = weather.of("other");
            weather.forget(key);
            assertThat(weather.of(key)).isNotEqualTo(before);
            assertThat(weather.of("other")).isEqualTo(other);
        }
        int without = weather.without();
        assertThat(weather.without()).isEqualTo(without);
        weather.forgetWithout();
        assertThat(weather.without()).isNotEqualTo(without);
    }

    @Test
    void allEntriesOfCachesAreInvalidatedAtOnce() {
        Object one = weather.of(1);
        int daily = weather.daily("monday", "Bonn");
        weather.forgetAll();
        assertThat(weather.of(1)).isNotEqualTo(one);
        assertThat(weather.daily("monday", "Bonn")).isNotEqualTo(daily);
    }

    @Test
    void asynchronousMethodsStayLazyAndAreCached() throws Exception {
        int runs = weather.runs.get();
        Uni<Integer> later = weather.later("a");
        assertThat(weather.runs).hasValue(runs);
        int value = value(later);
        assertThat(value(weather.later("a"))).isEqualTo(value);
        Uni<Integer> forgets = weather.forgetLater("a");
        assertThat(value(weather.later("a"))).isEqualTo(value);
        assertThat(value(forgets)).isEqualTo(value + 1);
        assertThat(value(weather.later("a"))).isEqualTo(value + 2);
        int staged = weather.staged("a").toCompletableFuture().get(20, SECONDS);
        assertThat(weather.staged("a").toCompletableFuture().get(20, SECONDS)).isEqualTo(staged);
        weather.forgetStaged().toCompletableFuture().get(20, SECONDS);
        assertThat(weather.staged("a").toCompletableFuture().get(20, SECONDS)).isGreaterThan(staged);
    }

    @Test
    void nullIsCachedUnlessTheCacheKeepsNone() {
        int runs = weather.runs.get();
        assertThat(weather.of("nothing")).isNull();
        assertThat(any(single.get("nothing", key -> "loaded"))).isNull();
        assertThat(weather.runs).hasValue(runs);
        assertThat(any(noNull.<String, String> get("a", key -> null))).isNull();
        assertThat(any(noNull.get("a", key -> "loaded"))).isEqualTo("loaded");
    }

    @Test
    void failuresAreNotCachedAndComeAsTheyAre() {
        int runs = weather.runs.get();
        assertThatThrownBy(() -> weather.failing("no")).isExactlyInstanceOf(IOException.class).hasMessage("no");
        assertThatThrownBy(() -> weather.failing("no")).isExactlyInstanceOf(IOException.class);
        assertThat(weather.runs).hasValue(runs + 2);
        IllegalStateException failure = new IllegalStateException("no");
        assertThatThrownBy(() -> value(single.get("failure", key -> {
            throw failure;
        }))).isSameAs(failure);
    }

    @Test
    void nullKeysAreRefused() {
        assertThatThrownBy(() -> single.get(null, key -> 1)).isExactlyInstanceOf(NullPointerException.class)
                .hasMessage("Null keys are not supported by the Quarkus application data cache");
        assertThatThrownBy(() -> single.getAsync(null, key -> null)).isExactlyInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> single.invalidate(null)).isExactlyInstanceOf(NullPointerException.class);
    }

    @Test
    void codeUsesTheSameEntriesAsMethods() {
        assertThat(caches.getCacheNames()).contains("weather", "single", "uni", "stage", "brief", "small", "no-null");
        assertThat(caches.getCache("single")).containsSame(single);
        assertThat(caches.getCache("nowhere")).isEmpty();
        int value = value(single.get("code", key -> weather.runs.incrementAndGet()));
        assertThat(weather.of("code")).isEqualTo(value);
        int daily = weather.daily("friday", "Bonn");
        assertThat(number(caches.getCache("weather").orElseThrow().getAsync(new CompositeCacheKey("friday", "Bonn"),
                key -> Uni.createFrom().item(0)))).isEqualTo(daily);
        int without = weather.without();
        assertThat(number(single.get(single.getDefaultKey(), key -> 0))).isEqualTo(without);
        value(single.invalidate("code"));
        assertThat(weather.of("code")).isNotEqualTo(value);
        assertThatThrownBy(() -> single.as(CaffeineCache.class)).isExactlyInstanceOf(IllegalStateException.class);
    }

    @Test
    void keysAreInvalidatedByAPredicate() {
        Object one = weather.of("one");
        Object two = weather.of("two");
        value(single.invalidateIf("one"::equals));
        assertThat(weather.of("two")).isEqualTo(two);
        assertThat(weather.of("one")).isNotEqualTo(one);
        value(single.invalidateAll());
        assertThat(weather.of("two")).isNotEqualTo(two);
    }

    @Test
    void tagsRevalidateWhatQuarkusCacheHasCached() {
        int bonn = weather.tagged("Bonn");
        int ulm = weather.tagged("Ulm");
        tagCache.revalidateTag("city:Bonn");
        assertThat(weather.tagged("Ulm")).isEqualTo(ulm);
        assertThat(weather.tagged("Bonn")).isGreaterThan(bonn);
        tagCache.revalidateTag("from-the-code");
        assertThat(weather.tagged("Ulm")).isGreaterThan(ulm);
        assertThat(view.entries(new EntryQuery(List.of("weather"), "single", 0, 10)).entries())
                .allSatisfy(
                        entry -> assertThat(entry.tags()).containsExactlyInAnyOrder("weather", "city:Ulm", "from-the-code"));
    }

    @Test
    void whatIsMadeOfAnInvalidatedValueGoesToo() {
        int around = weather.around("inside");
        weather.forget("inside");
        assertThat(weather.around("inside")).isGreaterThan(around);
    }

    @Test
    void aMethodThatFailsInvalidatesNothing() {
        Object value = weather.of("failure");
        assertThatThrownBy(() -> weather.forget("failure")).isExactlyInstanceOf(IllegalStateException.class);
        assertThat(weather.of("failure")).isEqualTo(value);
    }

    @Test
    void invalidationComesAfterTheMethodAndItsTransaction() throws Exception {
        Object before = weather.of("row");
        assertThat(weather.change("other", "row")).isEqualTo(before);
        Object after = weather.of("row");
        assertThat(after).isNotEqualTo(before);
        QuarkusTransaction.requiringNew().run(() -> {
            weather.forget("row");
            assertThat(Meanwhile.call(() -> weather.of("row"))).succeedsWithin(Duration.ofSeconds(20)).isEqualTo(after);
        });
        assertThat(weather.of("row")).isNotEqualTo(after);
    }

    @Test
    void aMethodThatIsCachedTooIsInvalidatedBefore() {
        Object before = weather.of("anew");
        int anew = weather.anew("anew");
        assertThat(anew).isNotEqualTo(before);
        assertThat(weather.of("anew")).isEqualTo(anew);
    }

    @Test
    void aLoadInFlightDoesNotBringBackWhatWasInvalidated() throws Exception {
        weather.release = new CountDownLatch(1);
        CompletableFuture<Integer> first = Meanwhile.call(() -> weather.daily("sunday", "Bonn"));
        CompletableFuture<Integer> second = Meanwhile.join(() -> weather.daily("sunday", "Bonn"));
        weather.forget("sunday", "Bonn");
        weather.release.countDown();
        int old = first.get(20, SECONDS);
        second.get(20, SECONDS);
        weather.forget("sunday", "Bonn");
        assertThat(weather.daily("sunday", "Bonn")).isGreaterThan(old);
    }

    @Test
    void theConfigurationOfQuarkusCacheCounts() {
        int value = value(brief.get("a", key -> weather.runs.incrementAndGet()));
        int forEver = (int) weather.of("for ever");
        ticker.advance(Duration.ofMinutes(9));
        assertThat(number(brief.get("a", key -> weather.runs.incrementAndGet()))).isEqualTo(value);
        ticker.advance(Duration.ofMinutes(2));
        assertThat(number(brief.get("a", key -> weather.runs.incrementAndGet()))).isGreaterThan(value);
        ticker.advance(Duration.ofDays(1_000));
        assertThat(weather.of("for ever")).isEqualTo(forEver);
        for (int i = 0; i < 100; i++) {
            value(small.get(i, key -> key));
        }
        assertThat(view.entries(new EntryQuery(List.of(), "small", 0, 0)).total()).isBetween(1L, 10L);
    }
}
