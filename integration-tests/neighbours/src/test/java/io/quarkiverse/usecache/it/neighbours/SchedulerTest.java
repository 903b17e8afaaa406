package io.quarkiverse.usecache.it.neighbours;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.quarkiverse.usecache.test.CacheProbe;
import io.quarkiverse.usecache.test.ClearCaches;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@ClearCaches
@Timeout(60)
class SchedulerTest {

    @Inject
    CacheProbe cache;

    @Inject
    Rates rates;

    @Test
    void whatAJobCallsIsCachedForAll() {
        CacheProbe rate = cache.of(Rates.class, "rate");

        await().until(() -> rate.entries().stream().anyMatch(entry -> entry.tags().contains("rate:warm")));

        rate.assertHit(() -> rates.rate("warm"));
    }

    @Test
    void aJobRevalidates() {
        int before = rates.rate("raised");

        await().untilAsserted(() -> assertThat(rates.rate("raised")).isGreaterThan(before));
    }
}
