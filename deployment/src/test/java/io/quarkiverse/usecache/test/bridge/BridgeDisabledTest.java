package io.quarkiverse.usecache.test.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.usecache.TagCache;
import io.quarkiverse.usecache.runtime.bridge.BridgedCaches;
import io.quarkiverse.usecache.runtime.bridge.BridgedSettings;
import io.quarkiverse.usecache.runtime.bridge.InvalidateInterceptor;
import io.quarkiverse.usecache.test.Meanwhile;
import io.quarkus.cache.Cache;
import io.quarkus.cache.CacheName;
import io.quarkus.cache.CaffeineCache;
import io.quarkus.test.QuarkusUnitTest;

/** Without the property quarkus-cache is left alone, and an application has none of the bridge. */
@Timeout(60)
class BridgeDisabledTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(root -> root.addClasses(Weather.class, Meanwhile.class));

    @Inject
    Weather weather;

    @Inject
    TagCache tagCache;

    @CacheName("single")
    Cache single;

    @Inject
    Instance<BridgedCaches> caches;

    @Inject
    Instance<BridgedSettings> settings;

    @Inject
    Instance<InvalidateInterceptor> interceptor;

    @Test
    void cachesAreThoseOfCaffeine() {
        Object value = weather.of("a");
        tagCache.clearAll();
        assertThat(weather.of("a")).isEqualTo(value);
        assertThat(single.as(CaffeineCache.class).keySet()).containsExactly("a");
    }

    @Test
    void nothingOfTheBridgeIsThere() {
        assertThat(caches.isResolvable()).isFalse();
        assertThat(settings.isResolvable()).isFalse();
        assertThat(interceptor.isResolvable()).isFalse();
    }
}
