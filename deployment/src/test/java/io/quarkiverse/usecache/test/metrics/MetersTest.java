package io.quarkiverse.usecache.test.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.usecache.RevalidationMode;
import io.quarkiverse.usecache.TagCache;
import io.quarkiverse.usecache.runtime.observability.meter.CacheMetersListener;
import io.quarkiverse.usecache.test.HandTicker;
import io.quarkus.test.QuarkusUnitTest;

/** Each test looks at what it adds. */
@Timeout(120)
class MetersTest {

    private static final String PRICES = "{cache=\"prices\"";

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = Meters.application()
            .withApplicationRoot(root -> root.addClasses(Shop.class, Meters.class, HandTicker.class));

    @Inject
    Shop shop;

    @Inject
    TagCache tagCache;

    @Inject
    HandTicker ticker;

    @Inject
    CacheMetersListener listener;

    private Map<String, Double> before;

    @BeforeEach
    void look() {
        tagCache.clearAll();
        before = Meters.now();
    }

    private double added(String meter) {
        return Meters.now().get(meter) - before.getOrDefault(meter, 0.0);
    }

    private void assertAdded(String meter, double number) {
        assertThat(added(meter)).as(meter).isEqualTo(number);
    }

    private static String ofPrices(String meter, String tag, String value) {
        return meter + PRICES + "," + tag + "=\"" + value + "\"}";
    }

    @Test
    void aCallIsCountedOnceByWhatItFound() {
        shop.price("a");
        shop.price("a");
        shop.price("a");
        ticker.advance(Duration.ofMinutes(2));
        shop.price("a");
        String refreshes = ofPrices("use_cache_refreshes_total", "outcome", "success");
        await().untilAsserted(() -> assertAdded(refreshes, 1));
        assertAdded(ofPrices("cache_gets_total", "result", "hit"), 2);
        assertAdded(ofPrices("cache_gets_total", "result", "stale"), 1);
        assertAdded(ofPrices("cache_gets_total", "result", "miss"), 1);
        assertAdded("use_cache_joined_total" + PRICES + "}", 0);
        assertAdded(ofPrices("use_cache_load_seconds_count", "outcome", "success"), 2);
        assertAdded("cache_puts_total" + PRICES + "}", 2);
        assertThat(Meters.now()).doesNotContainKey(ofPrices("use_cache_load_seconds_count", "outcome", "shared"));
    }

    @Test
    void noHitIsToldBecauseItIsCountedAnyway() {
        assertThat(listener.hearsHits()).isFalse();
    }

    @Test
    void aLoadThatFailsIsCountedAsThat() {
        assertThatThrownBy(() -> shop.price("none")).isInstanceOf(IllegalStateException.class);
        assertAdded(ofPrices("cache_gets_total", "result", "miss"), 1);
        assertAdded(ofPrices("use_cache_load_seconds_count", "outcome", "failure"), 1);
        assertAdded(ofPrices("use_cache_load_seconds_count", "outcome", "success"), 0);
        assertAdded("cache_puts_total" + PRICES + "}", 0);
    }

    @Test
    void whatLeavesACacheIsCountedByCause() {
        shop.price("a");
        assertThat(Meters.now()).containsEntry("cache_size" + PRICES + "}", 1.0);
        tagCache.revalidateTag("price:a");
        shop.price("a");
        assertAdded(ofPrices("cache_evictions_total", "cause", "revalidated"), 1);
        assertAdded(ofPrices("cache_evictions_total", "cause", "replaced"), 0);
    }

    @Test
    void revalidationsAreCountedByModeAndOrigin() {
        tagCache.revalidateTag("price:a", "price:b");
        tagCache.revalidateTag(RevalidationMode.STALE, "price:c");
        assertAdded("use_cache_revalidations_total{mode=\"expire\",origin=\"local\"}", 1);
        assertAdded("use_cache_revalidations_total{mode=\"stale\",origin=\"local\"}", 1);
        assertAdded("use_cache_revalidations_total{mode=\"expire\",origin=\"remote\"}", 0);
    }

    @Test
    void aCacheThatComesLaterHasMetersToo() throws Exception {
        tagCache.get("of code", 1, () -> 1);
        assertAdded("cache_gets_total{cache=\"of code\",result=\"miss\"}", 1);
        assertAdded("cache_size{cache=\"of code\"}", 1);
        assertThat(Meters.now().get("use_cache_tags")).isPositive();
    }
}
