package io.quarkiverse.usecache.runtime.redis.bean;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.usecache.runtime.config.UseCacheRedisConfig;
import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.smallrye.config.WithDefault;

/** What the configuration of the store may be. */
@Timeout(30)
class StoreSettingsTest {

    private static final String PREFIX = "quarkus.use-cache.redis.";

    private static void options(Map<String, String> properties) {
        UseCacheRedisConfig config = (UseCacheRedisConfig) Proxy.newProxyInstance(
                UseCacheRedisConfig.class.getClassLoader(), new Class<?>[] { UseCacheRedisConfig.class },
                (proxy, method, arguments) -> value(method, properties));
        StoreSettings.options(config, "library", "1");
    }

    /** As the configuration would be read, or its default. */
    private static Object value(Method method, Map<String, String> properties) {
        String property = PREFIX + method.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
        WithDefault preset = method.getAnnotation(WithDefault.class);
        String text = properties.getOrDefault(property, preset == null ? null : preset.value());
        Class<?> type = method.getReturnType();
        return type == Duration.class ? DurationConverter.parseDuration(text)
                : type == MemorySize.class ? new MemorySizeConverter().convert(text)
                        : type == int.class ? (Object) Integer.valueOf(text)
                                : type == Optional.class ? Optional.ofNullable(text)
                                        : type == UseCacheRedisConfig.WakeUp.class ? UseCacheRedisConfig.WakeUp.STREAM : text;
    }

    @Test
    void theDefaultsWork() {
        options(Map.of());
    }

    @ParameterizedTest
    @CsvSource({ "lease, 199ms", "lease, 61s", "lease, 0", "lease, -1s", "lease, PT9999999999999H",
            "command-timeout, 0", "command-timeout, -1s", "command-timeout, 1h", "command-timeout, PT2540400010000000H",
            "connect-timeout, 0", "connect-timeout, -1s", "connect-timeout, 11m",
            "load-lease, 0", "load-lease, -1s", "load-lease, 61m",
            "replay, -1s", "replay, 0", "replay, 25h", "maximum-life, 0", "maximum-life, -1s", "maximum-life, 999999d",
            "data-connections, 0", "data-connections, -1", "data-connections, 65",
            "log-entries, 0", "log-entries, -1", "log-entries, 10000001", "log-bytes, 0", "log-bytes, 2G",
            "maximum-tags, 0", "maximum-tags, -1", "maximum-tags, 10000001",
            "maximum-value-size, 0", "maximum-value-size, 512M" })
    void theMessageNamesThePropertyItsValueAndWhatItMayBe(String property, String value) {
        assertThatThrownBy(() -> options(Map.of(PREFIX + property, value)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("The shared store cannot work with [")
                .hasMessageContaining(": " + PREFIX + property + ". Give ").hasMessageEndingWith(".");
    }

    @ParameterizedTest
    @CsvSource({ "lease, 200ms, command-timeout, 67ms", "command-timeout, 800ms, lease, 2s" })
    void aLeaseIsAtLeastThreeTimeOuts(String one, String value, String other, String otherValue) {
        assertThatThrownBy(() -> options(Map.of(PREFIX + one, value, PREFIX + other, otherValue)))
                .hasMessageContaining(PREFIX + "lease. Give at least three times the command-timeout, which is [");
    }

    @Test
    void revalidationsAreRememberedAtLeastForALease() {
        assertThatThrownBy(() -> options(Map.of(PREFIX + "replay", "1s")))
                .hasMessage("The shared store cannot work with [PT1S]: " + PREFIX
                        + "replay. Give at least the lease, which is [PT2S].");
    }

    @ParameterizedTest
    @CsvSource({ "lease, 200ms, command-timeout, 66ms", "lease, 60s, replay, 60s", "log-bytes, 1G, log-entries, 10000000",
            "data-connections, 64, maximum-tags, 1", "maximum-value-size, 500M, maximum-life, 36500d" })
    void theBoundsThemselvesWork(String one, String value, String other, String otherValue) {
        options(Map.of(PREFIX + one, value, PREFIX + other, otherValue));
    }

    @ParameterizedTest
    @ValueSource(strings = { "prefix", "tag-space", "version" })
    void namesOfKeysHaveNoBraces(String property) {
        assertThatThrownBy(() -> options(Map.of(PREFIX + property, "a{b}")))
                .hasMessageContaining("[a{b}]").hasMessageEndingWith(PREFIX + property);
    }
}
