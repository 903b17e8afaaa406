package io.quarkiverse.usecache.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.function.Executable;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@ClearCaches
@Timeout(30)
class CacheProbeTest {

    private static final String PRICES = "io.quarkiverse.usecache.test.Prices";
    private static final String OF = PRICES + "#of(java.lang.String)";

    @Inject
    CacheProbe cache;

    @Inject
    TestClock clock;

    @Inject
    Prices prices;

    private CacheProbe ofOne;

    @BeforeEach
    void chooseMethod() {
        ofOne = cache.of(Prices.class, "of", String.class);
    }

    @Test
    void countsWhatBecameOfCallsSinceTheTestBegan() {
        prices.of("bread");
        prices.of("bread");
        prices.of("bread");
        prices.of("milk");

        assertThat(ofOne.loads()).isEqualTo(2);
        assertThat(ofOne.hits()).isEqualTo(2);
        assertThat(cache.hits()).isEqualTo(2);
        assertThat(cache.of(Prices.class, "later").loads()).isZero();
    }

    @Test
    void methodsOfOneNameCountTogetherWithoutTypes() {
        prices.of("bread", 2);

        assertThat(cache.of(Prices.class, "of").loads()).isEqualTo(2);
        assertThat(cache.of(Prices.class, "of", String.class, int.class).loads()).isEqualTo(1);
    }

    @Test
    void showsEntries() {
        int price = prices.of("bread");

        assertThat(ofOne.entries()).containsExactly(
                new CachedEntry("(bread)", List.of("price:bread"), CachedEntry.State.FRESH, price));
        assertThat(cache.of(Prices.class, "later").entries()).isEmpty();
    }

    @Test
    void givesWhatTheActionReturns() {
        int loaded = cache.assertLoad(() -> prices.of("bread"));
        int hit = cache.assertHit(() -> prices.of("bread"));

        assertThat(hit).isEqualTo(loaded);
    }

    @Test
    void callsOfOtherThreadsCount() {
        prices.of("bread");

        cache.assertHit(() -> CompletableFuture.supplyAsync(() -> prices.of("bread")).join());
    }

    @Test
    void aLoadIsNoHit() {
        assertFails(() -> cache.assertHit(() -> prices.of("bread")),
                "Expected nothing but hits, but saw [miss of " + OF + "(bread), load of " + OF
                        + "(bread)]: all cached methods.");
    }

    @Test
    void oneLoadAmongHitsIsNoHit() {
        prices.of("bread");

        assertFails(() -> ofOne.assertHit(() -> prices.of("bread") + prices.of("milk")),
                "Expected nothing but hits, but saw [hit of " + OF + "(bread), miss of " + OF + "(milk), load of " + OF
                        + "(milk)]: " + OF + ".");
    }

    @Test
    void aHitIsNeitherALoadNorStale() {
        prices.of("bread");

        assertFails(() -> cache.assertLoad(() -> prices.of("bread")),
                "Expected a load, but saw [hit of " + OF + "(bread)]: all cached methods.");
        assertFails(() -> cache.assertStaleHit(() -> prices.of("bread")),
                "Expected a stale hit, but saw [hit of " + OF + "(bread)]: all cached methods.");
    }

    @Test
    void whatNeverReachesTheCacheIsNoHit() {
        assertFails(() -> cache.assertHit(() -> prices.uncached("bread")),
                "Expected nothing but hits, but no such call reached the cache. Call the method of an injected bean, await what "
                        + "is asynchronous, and look whether quarkus.use-cache.enabled is false: all cached methods.");
    }

    @Test
    void whatIsAsynchronousIsACallWhenItIsAwaited() {
        assertFails(() -> cache.assertLoad(() -> prices.later("bread")), "no such call reached the cache");

        cache.of(Prices.class, "later").assertLoad(() -> prices.later("bread").await().indefinitely());
        cache.assertHit(() -> prices.later("bread").await().indefinitely());
    }

    @Test
    void callsOfOtherMethodsAreNamed() {
        CacheProbe later = cache.of(Prices.class, "later");

        assertFails(() -> later.assertLoad(() -> prices.of("bread")), "only [miss of " + OF + "(bread), load of ");
    }

    @Test
    void manyCallsMakeNoEndlessMessage() {
        Executable calls = () -> {
            for (int i = 0; i < 1000; i++) {
                prices.of("bread");
            }
        };

        assertFails(() -> cache.assertStaleHit(calls), ", and 981 more]");
    }

    @Test
    void whatTheActionThrowsIsThrown() {
        IOException failure = new IOException("no");

        assertThatThrownBy(() -> cache.assertHit((Executable) () -> {
            throw failure;
        })).isSameAs(failure);
    }

    @Test
    void aMethodThatIsNotCachedIsRefused() {
        assertThatThrownBy(() -> cache.of(Prices.class, "later", int.class)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("There is no such cached method: " + PRICES + "#later(int). Cached there are [")
                .hasMessageContaining(OF)
                .hasMessageEndingWith("]. Name one of them, by the class of the bean or the class that declares it.");
    }

    @Test
    void waitsForRefreshes() {
        prices.of("bread");
        clock.advance(Duration.ofMinutes(11));
        int stale = cache.assertStaleHit(() -> prices.of("bread"));
        cache.awaitLoads();

        int refreshed = cache.assertHit(() -> prices.of("bread"));
        assertThat(refreshed).isEqualTo(stale + 1);
        assertThat(ofOne.staleHits()).isEqualTo(1);
        assertThat(ofOne.loads()).isEqualTo(2);
    }

    private static void assertFails(Executable assertion, String message) {
        assertThatThrownBy(assertion::execute).isInstanceOf(AssertionError.class).hasMessageContaining(message);
    }
}
