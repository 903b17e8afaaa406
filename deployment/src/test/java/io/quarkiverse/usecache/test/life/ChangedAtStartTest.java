package io.quarkiverse.usecache.test.life;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.LogRecord;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.usecache.CacheLife;
import io.quarkiverse.usecache.TagCache;
import io.quarkiverse.usecache.UseCache;
import io.quarkiverse.usecache.runtime.method.CachedMethod;
import io.quarkiverse.usecache.runtime.method.CachedMethods;
import io.quarkiverse.usecache.runtime.store.EntryStores;
import io.quarkus.test.QuarkusUnitTest;

/** What the built application is configured to when it starts. */
@Timeout(60)
class ChangedAtStartTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(root -> root.addClasses(Shop.class))
            .overrideConfigKey("quarkus.use-cache.life.\"blog\".revalidate", "10m")
            .overrideRuntimeConfigKey("quarkus.use-cache.life.\"blog\".revalidate", "20m")
            .overrideRuntimeConfigKey("quarkus.use-cache.life.\"seconds\".expire", "2m")
            .overrideConfigKey("quarkus.use-cache.caches.typo.maximum-size", "10")
            .overrideRuntimeConfigKey("quarkus.use-cache.maximum-size", "7")
            .overrideRuntimeConfigKey("quarkus.use-cache.caches.\"prices\".maximum-size", "9")
            .overrideRuntimeConfigKey("quarkus.use-cache.default-life", "minutes")
            .overrideRuntimeConfigKey("quarkus.use-cache.caches.\"prices\".life", "seconds")
            .overrideRuntimeConfigKey("quarkus.use-cache.caches.\"of code\".maximum-size", "5")
            .overrideRuntimeConfigKey("quarkus.use-cache.caches.\"pricse\".maximum-size", "5")
            .setLogRecordPredicate(record -> record.getLevel().intValue() >= Level.WARNING.intValue()
                    && record.getLoggerName().startsWith("io.quarkiverse.usecache."))
            .assertLogRecords(records -> assertThat(records).extracting(ChangedAtStartTest::message)
                    .satisfiesExactlyInAnyOrder(first -> assertThat(first).startsWith(unused("pricse")),
                            second -> assertThat(second).startsWith(unused("typo"))));

    @Inject
    CachedMethods methods;

    @Inject
    EntryStores stores;

    @Test
    void profilesHaveTheDurationsOfTheStart() {
        assertThat(method("posts").life().revalidate()).isEqualTo(Duration.ofMinutes(20).toNanos());
    }

    @Test
    void aCacheHasTheLifeOfTheStart() {
        assertThat(method("price").life().expire()).isEqualTo(Duration.ofMinutes(2).toNanos());
    }

    @Test
    void anyOtherCacheHasTheDefaultLifeOfTheStart() {
        assertThat(method("plain").life().expire()).isEqualTo(Duration.ofHours(1).toNanos());
        assertThat(method("half").life().expire()).isEqualTo(Duration.ofHours(1).toNanos());
        assertThat(method("half").life().revalidate()).isEqualTo(Duration.ofSeconds(30).toNanos());
    }

    @Test
    void cachesHaveTheSizesOfTheStart() {
        assertThat(stores.get("default").maximum()).isEqualTo(7);
        assertThat(stores.get("prices").maximum()).isEqualTo(9);
    }

    private static String message(LogRecord record) {
        return String.format(record.getMessage(), record.getParameters());
    }

    private static String unused(String name) {
        return "quarkus.use-cache.caches.\"%s\" is configured, but no cached method uses the cache [%s]. ".formatted(name, name)
                + "Methods use [default, prices]. Correct the name, or remove the property. As an "
                + "environment variable it is written QUARKUS_USE_CACHE_CACHES__DEFAULT__MAXIMUM_SIZE";
    }

    private CachedMethod method(String name) {
        return methods.all().stream().filter(method -> method.descriptor().id().name().equals(name)).findFirst().orElseThrow();
    }

    @ApplicationScoped
    static class Shop {

        @UseCache
        @CacheLife("blog")
        public String posts() {
            return "";
        }

        public String ofCode(TagCache tagCache) throws Exception {
            return tagCache.get("of code", 1, () -> "");
        }

        @UseCache("prices")
        public String price() {
            return "";
        }

        @UseCache
        public String plain() {
            return "";
        }

        @UseCache
        @CacheLife(revalidate = "30s")
        public String half() {
            return "";
        }
    }
}
