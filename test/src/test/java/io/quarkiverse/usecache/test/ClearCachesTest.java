package io.quarkiverse.usecache.test;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;

import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@ClearCaches
@Timeout(30)
@TestMethodOrder(OrderAnnotation.class)
class ClearCachesTest {

    @Inject
    CacheProbe cache;

    @Inject
    Prices prices;

    @Test
    @Order(1)
    void aTestBeginsWithNothingCached() {
        assertThat(cache.entries()).isEmpty();
        prices.later("bread").await().indefinitely();
    }

    @Test
    @Order(2)
    void theNextOneDoesToo() {
        assertThat(cache.entries()).isEmpty();
        assertThat(cache.loads()).isZero();
        prices.later("bread").await().indefinitely();
    }

    @Test
    @Order(3)
    @ClearCaches("quotes")
    void whatStandsOnTheMethodCounts() {
        assertThat(cache.of(Prices.class, "later").entries()).isEmpty();
        assertThat(cache.of(Prices.class, "of").entries()).hasSize(1);
    }

    @Nested
    class Inside {

        @Test
        void whatStandsOnTheClassAroundCounts() {
            assertThat(cache.entries()).isEmpty();
            prices.of("bread");
        }

        @Test
        void forEachTest() {
            assertThat(cache.entries()).isEmpty();
            prices.of("bread");
        }
    }
}
