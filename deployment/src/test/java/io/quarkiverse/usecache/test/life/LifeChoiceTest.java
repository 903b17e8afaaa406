package io.quarkiverse.usecache.test.life;

import static io.quarkiverse.usecache.CachedCall.cacheLife;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.usecache.CacheLife;
import io.quarkiverse.usecache.Lifetime;
import io.quarkiverse.usecache.TagCache;
import io.quarkiverse.usecache.UseCache;
import io.quarkiverse.usecache.test.HandTicker;
import io.quarkus.test.QuarkusUnitTest;
import io.smallrye.mutiny.Uni;

/** Cases 47 to 53: which life an entry has. */
class LifeChoiceTest {

    private static final Duration A_MOMENT = Duration.ofNanos(1);

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(root -> root.addClasses(LifeChoiceTest.class, HandTicker.class));

    @Inject
    Shop shop;

    @Inject
    TagCache tagCache;

    @Inject
    HandTicker ticker;

    @BeforeEach
    void forget() {
        tagCache.clearAll();
        Shop.EXECUTIONS.set(0);
        Shop.INNER.set(0);
    }

    @Test
    void case47OfTwoLivesEachFieldsMinimumCountsInAnyOrder() {
        Lifetime one = new Lifetime(null, Duration.ofMinutes(1), Duration.ofHours(2));
        Lifetime two = new Lifetime(null, Duration.ofMinutes(2), Duration.ofHours(1));
        Lifetime inheriting = new Lifetime(null, null, Duration.ofHours(1));
        for (List<Lifetime> lives : List.of(List.of(one, two), List.of(two, one), List.of(one, inheriting))) {
            int first = shop.lives(lives);
            ticker.advance(Duration.ofMinutes(1));
            assertThat(shop.lives(lives)).isEqualTo(first);
            ticker.advance(A_MOMENT);
            await().untilAsserted(() -> assertThat(shop.lives(lives)).isEqualTo(first + 1));
            ticker.advance(Duration.ofHours(1).plus(A_MOMENT));
            assertThat(shop.lives(lives)).isEqualTo(first + 2);
        }
    }

    @Test
    void case48AnInnerLifeShortensAnOuterOneThatIsNotGiven() {
        int implicit = shop.outer();
        int explicit = shop.outerForDays();
        ticker.advance(Duration.ofMinutes(1).plus(A_MOMENT));

        assertThat(shop.outer()).isNotEqualTo(implicit);
        assertThat(shop.outerForDays()).isEqualTo(explicit);
    }

    @Test
    void case49ALifeThatMakesNoSenseIsAnError() {
        Duration hour = Duration.ofHours(1);
        assertThatThrownBy(() -> new Lifetime(null, hour.plus(A_MOMENT), hour)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must not be longer than expire");
        assertThatThrownBy(() -> new Lifetime(hour.negated(), null, null)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must not be negative");
        assertThatThrownBy(() -> shop.forMinutes(new Lifetime(null, hour.plus(A_MOMENT), null)))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("expire");
        assertThatCode(() -> shop.lives(List.of(new Lifetime(null, hour, hour)))).doesNotThrowAnyException();
        assertThatCode(() -> shop.lives(List.of(new Lifetime(null, hour, Lifetime.NEVER)))).doesNotThrowAnyException();
    }

    @Test
    void case50ALifeFromTheDataIsThatEntrysOnly() {
        int soon = shop.priceFor(Duration.ofMinutes(5));
        int late = shop.priceFor(Duration.ofMinutes(10));
        ticker.advance(Duration.ofMinutes(5).plus(A_MOMENT));

        assertThat(shop.priceFor(Duration.ofMinutes(5))).isNotEqualTo(soon);
        assertThat(shop.priceFor(Duration.ofMinutes(10))).isEqualTo(late);
    }

    @Test
    void case51ALifeOfZeroIsNeverStoredButALoadIsShared() {
        assertThat(shop.priceFor(Duration.ZERO)).isNotEqualTo(shop.priceFor(Duration.ZERO));
        CompletableFuture<Integer> pending = Shop.pending = new CompletableFuture<>();
        CompletableFuture<Integer> first = shop.never().subscribeAsCompletionStage();
        CompletableFuture<Integer> joined = shop.never().subscribeAsCompletionStage();
        pending.complete(1);
        assertThat(first.join()).isEqualTo(joined.join()).isEqualTo(1);
        assertThat(Shop.EXECUTIONS).hasValue(3);
        Shop.pending = CompletableFuture.completedFuture(2);
        assertThat(shop.never().await().indefinitely()).isEqualTo(2);
    }

    @Test
    void case52TheAgeCountsFromTheStartOfTheLoad() {
        int first = shop.slow();

        assertThat(shop.slow()).isNotEqualTo(first);
    }

    @Test
    void case53AStaleInnerEntryIsRefreshedBeforeItIsBuiltIn() {
        assertThat(shop.inner()).isEqualTo(1);
        ticker.advance(Duration.ofSeconds(1).plus(A_MOMENT));
        assertThat(shop.outerForDays()).isEqualTo(102);
        assertThat(shop.inner()).isEqualTo(2);
        assertThat(shop.outerForDays()).isEqualTo(102);
    }

    @ApplicationScoped
    static class Shop {

        static final AtomicInteger EXECUTIONS = new AtomicInteger();
        static final AtomicInteger INNER = new AtomicInteger();
        static volatile CompletableFuture<Integer> pending;

        @Inject
        HandTicker ticker;

        @UseCache
        public int lives(List<Lifetime> lives) {
            lives.forEach(life -> cacheLife(life));
            return EXECUTIONS.incrementAndGet();
        }

        @UseCache
        @CacheLife("minutes")
        public int forMinutes(Lifetime life) {
            cacheLife(life);
            return EXECUTIONS.incrementAndGet();
        }

        @UseCache
        @CacheLife("seconds")
        public int inner() {
            return INNER.incrementAndGet();
        }

        @UseCache
        public int outer() {
            return inner() + 100 * EXECUTIONS.incrementAndGet();
        }

        @UseCache
        @CacheLife("days")
        public int outerForDays() {
            return inner() + 100 * EXECUTIONS.incrementAndGet();
        }

        @UseCache
        public int priceFor(Duration valid) {
            cacheLife(new Lifetime(null, null, valid));
            return EXECUTIONS.incrementAndGet();
        }

        @UseCache
        @CacheLife(revalidate = "0")
        public Uni<Integer> never() {
            EXECUTIONS.incrementAndGet();
            return Uni.createFrom().completionStage(pending);
        }

        @UseCache
        @CacheLife(expire = "5s")
        public int slow() {
            ticker.advance(Duration.ofSeconds(10));
            return EXECUTIONS.incrementAndGet();
        }
    }
}
