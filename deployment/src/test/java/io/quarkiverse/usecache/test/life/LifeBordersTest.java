package io.quarkiverse.usecache.test.life;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.usecache.CacheLife;
import io.quarkiverse.usecache.CachedCall;
import io.quarkiverse.usecache.TagCache;
import io.quarkiverse.usecache.UseCache;
import io.quarkiverse.usecache.runtime.view.CacheView;
import io.quarkiverse.usecache.runtime.view.CacheView.EntryQuery;
import io.quarkiverse.usecache.runtime.view.CacheView.EntrySummary;
import io.quarkiverse.usecache.runtime.view.CacheView.State;
import io.quarkiverse.usecache.test.HandTicker;
import io.quarkiverse.usecache.test.Meanwhile;
import io.quarkus.test.QuarkusUnitTest;

/** Cases 43 to 46: what a call gets at each age. */
class LifeBordersTest {

    private static final Duration A_MOMENT = Duration.ofNanos(1);

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(root -> root.addClasses(LifeBordersTest.class, HandTicker.class, Meanwhile.class))
            .setLogRecordPredicate(record -> record.getLevel().intValue() >= Level.WARNING.intValue()
                    && record.getLoggerName().startsWith("io.quarkiverse.usecache.runtime"))
            .assertLogRecords(records -> assertThat(records).as("the refreshes that fail").hasSize(1));

    @Inject
    Shop shop;

    @Inject
    TagCache tagCache;

    @Inject
    HandTicker ticker;

    @Inject
    CacheView view;

    @BeforeEach
    void forget() {
        tagCache.clearAll();
        Shop.EXECUTIONS.set(0);
        Shop.release = new CountDownLatch(0);
        Shop.failing = false;
    }

    @Test
    void case43EveryProfileHasItsNumbers() {
        assertProfile("default", Duration.ofMinutes(5), Duration.ofMinutes(15), null);
        assertProfile("seconds", Duration.ofSeconds(30), Duration.ofSeconds(1), Duration.ofMinutes(1));
        assertProfile("minutes", Duration.ofMinutes(5), Duration.ofMinutes(1), Duration.ofHours(1));
        assertProfile("hours", Duration.ofMinutes(5), Duration.ofHours(1), Duration.ofDays(1));
        assertProfile("days", Duration.ofMinutes(5), Duration.ofDays(1), Duration.ofDays(7));
        assertProfile("weeks", Duration.ofMinutes(5), Duration.ofDays(7), Duration.ofDays(30));
        assertProfile("max", Duration.ofMinutes(5), Duration.ofDays(30), Duration.ofDays(365));
    }

    private void assertProfile(String profile, Duration stale, Duration revalidate, Duration expire) {
        tagCache.clearAll();
        int first = shop.lives(profile);
        assertThat(entry().staleMillis()).as(profile).isEqualTo(stale.toMillis());
        ticker.advance(revalidate);
        assertThat(entry().state()).as(profile).isEqualTo(State.FRESH);
        ticker.advance(A_MOMENT);
        assertThat(entry().state()).as(profile).isEqualTo(State.STALE);
        ticker.advance((expire == null ? Duration.ofDays(10_000) : expire).minus(revalidate).minus(A_MOMENT));
        assertThat(shop.lives(profile)).as(profile).isEqualTo(first);
        await().untilAsserted(() -> assertThat(shop.lives(profile)).isEqualTo(first + 1));
        if (expire != null) {
            ticker.advance(expire.plus(A_MOMENT));
            assertThat(shop.lives(profile)).as(profile).isEqualTo(first + 2);
        }
    }

    private EntrySummary entry() {
        return view.entries(new EntryQuery(List.of(), null, 0, 1)).entries().get(0);
    }

    @Test
    void case44PastRevalidateIsServedAtOnceAndPastExpireLoads() {
        assertThat(shop.value()).isEqualTo(1);
        ticker.advance(Duration.ofMinutes(1).plus(A_MOMENT));
        assertThat(shop.value()).isEqualTo(1);
        await().untilAsserted(() -> assertThat(shop.value()).isEqualTo(2));
        assertThat(Shop.EXECUTIONS).hasValue(2);
        ticker.advance(Duration.ofHours(1).plus(A_MOMENT));
        assertThat(shop.value()).isEqualTo(3);
    }

    @Test
    void case45CallsDuringASlowRefreshGetTheOldValueAtOnce() {
        assertThat(shop.value()).isEqualTo(1);
        Shop.release = new CountDownLatch(1);
        ticker.advance(Duration.ofMinutes(1).plus(A_MOMENT));
        for (int i = 0; i < 10; i++) {
            assertThat(shop.value()).isEqualTo(1);
        }
        Shop.release.countDown();
        await().untilAsserted(() -> assertThat(shop.value()).isEqualTo(2));
        assertThat(Shop.EXECUTIONS).hasValue(2);
    }

    @Test
    void case46ARefreshThatFailsKeepsTheOldValueUntilItExpires() {
        assertThat(shop.value()).isEqualTo(1);
        Shop.failing = true;
        ticker.advance(Duration.ofMinutes(2));
        assertRefreshFails(1, 2);
        ticker.advance(Duration.ofSeconds(5).minus(A_MOMENT));
        assertThat(shop.value()).isEqualTo(1);
        ticker.advance(Duration.ofSeconds(1));
        assertRefreshFails(1, 3);
        Shop.failing = false;
        ticker.advance(Duration.ofSeconds(6));
        await().untilAsserted(() -> assertThat(shop.value()).isEqualTo(4));

        Shop.failing = true;
        ticker.advance(Duration.ofHours(1));
        assertRefreshFails(4, 5);
        ticker.advance(A_MOMENT);
        assertThatThrownBy(() -> shop.value()).hasMessage("planted");
    }

    private void assertRefreshFails(int old, int executions) {
        assertThat(shop.value()).isEqualTo(old);
        await().untilAsserted(() -> {
            assertThat(Shop.EXECUTIONS).hasValue(executions);
            assertThat(entry().state()).isEqualTo(State.STALE);
        });
        assertThat(shop.value()).isEqualTo(old);
    }

    @ApplicationScoped
    static class Shop {

        static final AtomicInteger EXECUTIONS = new AtomicInteger();
        static volatile CountDownLatch release;
        static volatile boolean failing;

        @UseCache
        public int lives(String profile) {
            CachedCall.cacheLife(profile);
            return EXECUTIONS.incrementAndGet();
        }

        @UseCache
        @CacheLife("minutes")
        public int value() {
            int execution = EXECUTIONS.incrementAndGet();
            Meanwhile.await(release);
            if (failing) {
                throw new IllegalStateException("planted");
            }
            return execution;
        }
    }
}
