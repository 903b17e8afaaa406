package io.quarkiverse.usecache.test.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkus.test.QuarkusUnitTest;

/** An application that has Micrometer and wants no meters of the cache. */
@Timeout(120)
class MetersDisabledTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = Meters.application()
            .withApplicationRoot(root -> root.addClasses(Shop.class, Meters.class))
            .overrideConfigKey("quarkus.use-cache.metrics.enabled", "false");

    @Inject
    Shop shop;

    @Test
    void thereAreNone() {
        shop.price("a");
        assertThat(Meters.now()).isEmpty();
    }
}
