package io.quarkiverse.usecache.test.life;

import static io.quarkiverse.usecache.CachedCall.cacheLife;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;

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

/** How long entries live, by configuration, annotation and code, in a time that a bean of the application tells. */
class LifeTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(root -> root.addClasses(LifeTest.class, HandTicker.class))
            .overrideConfigKey("quarkus.use-cache.life.\"blog\".revalidate", "10m")
            .overrideConfigKey("quarkus.use-cache.life.\"blog\".expire", "20m")
            .overrideConfigKey("quarkus.use-cache.life.\"hours\".revalidate", "2h")
            .overrideConfigKey("quarkus.use-cache.caches.\"articles\".life", "blog");

    @Inject
    Shop shop;

    @Inject
    TagCache tagCache;

    @Inject
    HandTicker ticker;

    @BeforeEach
    void forget() {
        tagCache.clearAll();
    }

    /** Fresh up to one age, served while it is refreshed up to another. */
    private void assertLife(IntSupplier call, Duration revalidate, Duration expire) {
        int first = call.getAsInt();
        ticker.advance(revalidate);
        assertThat(call.getAsInt()).as("at revalidate").isEqualTo(first);
        ticker.advance(Duration.ofNanos(1));
        assertThat(call.getAsInt()).as("past revalidate").isEqualTo(first);
        await().untilAsserted(() -> assertThat(call.getAsInt()).isEqualTo(first + 1));
        ticker.advance(expire);
        assertThat(call.getAsInt()).as("at expire").isEqualTo(first + 1);
        await().untilAsserted(() -> assertThat(call.getAsInt()).isEqualTo(first + 2));
        ticker.advance(expire.plusNanos(1));
        assertThat(call.getAsInt()).as("past expire").isEqualTo(first + 3);
    }

    @Test
    void aConfiguredProfileIsNamedByAnAnnotation() {
        assertLife(shop::blog, Duration.ofMinutes(10), Duration.ofMinutes(20));
    }

    @Test
    void aBuiltInProfileCanBeChanged() {
        assertLife(shop::hours, Duration.ofHours(2), Duration.ofDays(1));
    }

    @Test
    void theLifeOfACacheIsConfigured() {
        assertLife(shop::article, Duration.ofMinutes(10), Duration.ofMinutes(20));
    }

    @Test
    void theCodeNamesAProfile() {
        assertLife(() -> shop.asked("seconds"), Duration.ofSeconds(1), Duration.ofMinutes(1));
        assertLife(() -> shop.asked("blog"), Duration.ofMinutes(10), Duration.ofMinutes(20));
    }

    @Test
    void theCodeGivesOneEntryALife() {
        assertLife(() -> shop.until(Duration.ofMinutes(3)), Duration.ofMinutes(1), Duration.ofMinutes(3));
        assertLife(() -> shop.until(Duration.ofMinutes(7)), Duration.ofMinutes(1), Duration.ofMinutes(7));
    }

    @Test
    void anUnknownProfileIsNamedWithThoseThereAre() {
        assertThatThrownBy(() -> shop.asked("unknown")).isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "There is no life profile [unknown]. Use one of [default, seconds, minutes, hours, days, weeks, max, "
                                + "blog], or add it with quarkus.use-cache.life.\"name\".revalidate.");
    }

    @Test
    void aLifeOfNothingIsNotStored() {
        assertThat(shop.until(Duration.ZERO)).isNotEqualTo(shop.until(Duration.ZERO));
    }

    @Test
    void aNestedCallShortensWhatIsNotGiven() {
        assertLife(shop::aroundSeconds, Duration.ofSeconds(1), Duration.ofMinutes(1));
    }

    @Test
    void theAgeCountsFromTheStartOfTheLoad() {
        int first = shop.slow();
        assertThat(shop.slow()).isNotEqualTo(first);
    }

    @ApplicationScoped
    static class Shop {

        static final AtomicInteger EXECUTIONS = new AtomicInteger();

        @Inject
        HandTicker ticker;

        @UseCache
        @CacheLife("blog")
        public int blog() {
            return EXECUTIONS.incrementAndGet();
        }

        @UseCache
        @CacheLife("hours")
        public int hours() {
            return EXECUTIONS.incrementAndGet();
        }

        @UseCache("articles")
        public int article() {
            return EXECUTIONS.incrementAndGet();
        }

        @UseCache
        public int asked(String profile) {
            cacheLife(profile);
            return EXECUTIONS.incrementAndGet();
        }

        @UseCache
        public int until(Duration expire) {
            cacheLife(new Lifetime(null, null, expire));
            cacheLife(new Lifetime(null, expire.isZero() ? expire : Duration.ofMinutes(1), null));
            return EXECUTIONS.incrementAndGet();
        }

        @UseCache
        @CacheLife("seconds")
        public int seconds() {
            return 0;
        }

        @UseCache
        public int aroundSeconds() {
            return seconds() + EXECUTIONS.incrementAndGet();
        }

        @UseCache
        @CacheLife(revalidate = "5s", expire = "5s")
        public int slow() {
            ticker.advance(Duration.ofSeconds(10));
            return EXECUTIONS.incrementAndGet();
        }
    }
}
