package io.quarkiverse.usecache.test.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.usecache.TagCache;
import io.quarkiverse.usecache.test.Meanwhile;
import io.quarkus.cache.Cache;
import io.quarkus.cache.CacheName;
import io.quarkus.cache.CaffeineCache;
import io.quarkus.test.QuarkusUnitTest;

/** One cache of quarkus-cache is served from here, the others stay where they are. */
@Timeout(60)
class MixedCachesTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(root -> root.addClasses(Weather.class, Meanwhile.class))
            .overrideConfigKey("quarkus.cache.\"weather\".type", "use-cache");

    @Inject
    Weather weather;

    @Inject
    TagCache tagCache;

    @CacheName("single")
    Cache single;

    @Test
    void eachIsWhereItsTypeSays() {
        int daily = weather.daily("monday", "Bonn");
        Object value = weather.of("a");
        assertThat(weather.daily("monday", "Bonn")).isEqualTo(daily);
        tagCache.clearAll();
        assertThat(weather.daily("monday", "Bonn")).isNotEqualTo(daily);
        assertThat(weather.of("a")).isEqualTo(value);
        assertThat(single.as(CaffeineCache.class).keySet()).contains("a");
    }

    @Test
    void eachIsInvalidatedByItsAnnotations() {
        int daily = weather.daily("monday", "Bonn");
        Object value = weather.of("b");
        weather.forget("monday", "Bonn");
        weather.forget("b");
        assertThat(weather.daily("monday", "Bonn")).isNotEqualTo(daily);
        assertThat(weather.of("b")).isNotEqualTo(value);
    }
}
