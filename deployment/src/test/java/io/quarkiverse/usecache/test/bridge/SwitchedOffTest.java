package io.quarkiverse.usecache.test.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.usecache.test.Meanwhile;
import io.quarkus.cache.Cache;
import io.quarkus.cache.CacheName;
import io.quarkus.test.QuarkusUnitTest;

/** What is switched off in quarkus-cache is not cached here either. */
@Timeout(60)
class SwitchedOffTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(root -> root.addClasses(Weather.class, Meanwhile.class))
            .overrideConfigKey("quarkus.cache.type", "use-cache")
            .overrideConfigKey("quarkus.cache.enabled", "false");

    @Inject
    Weather weather;

    @CacheName("single")
    Cache single;

    @Test
    void everyCallRunsItsMethod() {
        Object value = weather.of("a");
        assertThat(weather.of("a")).isNotEqualTo(value);
        weather.forget("a");
        weather.forgetAll();
        int first = single.get("b", key -> weather.runs.incrementAndGet()).await().atMost(Duration.ofSeconds(20));
        assertThat(single.get("b", key -> weather.runs.incrementAndGet()).await().atMost(Duration.ofSeconds(20)))
                .isNotEqualTo(first);
    }
}
