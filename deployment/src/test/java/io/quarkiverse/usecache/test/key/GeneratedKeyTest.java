package io.quarkiverse.usecache.test.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.usecache.UseCache;
import io.quarkus.cache.CacheKeyGenerator;
import io.quarkus.cache.CompositeCacheKey;
import io.quarkus.test.QuarkusUnitTest;

/** A generator uses beans and configuration, and the key class of quarkus-cache; each method still has its own entries. */
class GeneratedKeyTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(root -> root.addClass(GeneratedKeyTest.class))
            .overrideConfigKey("shop.country", "is");

    @Inject
    Shop shop;

    @Test
    void equalKeysShareAnEntryOfOneMethodOnly() {
        int first = shop.price("tea", 1);
        assertThat(shop.price("tea", 2)).isEqualTo(first);
        assertThat(shop.price("rum", 1)).isNotEqualTo(first);
        assertThat(shop.tax("tea")).isNotEqualTo(first);
    }

    @Test
    void theKeyIsWhatTheGeneratorMadeOfItsBeansAndConfiguration() {
        shop.price("tea", 1);
        assertThat(PerCountry.last).isEqualTo(new CompositeCacheKey("is", "ISK", "tea"));
    }

    @ApplicationScoped
    static class Currency {

        String code() {
            return "ISK";
        }
    }

    @Singleton
    static class PerCountry implements CacheKeyGenerator {

        static volatile Object last;

        private final String country;
        private final Currency currency;

        PerCountry(@ConfigProperty(name = "shop.country") String country, Currency currency) {
            this.country = country;
            this.currency = currency;
        }

        @Override
        public Object generate(Method method, Object... arguments) {
            last = new CompositeCacheKey(country, currency.code(), arguments[0]);
            return last;
        }
    }

    @ApplicationScoped
    static class Shop {

        private final AtomicInteger executions = new AtomicInteger();

        @UseCache(keyGenerator = PerCountry.class)
        public int price(String item, int visit) {
            return executions.incrementAndGet();
        }

        @UseCache(keyGenerator = PerCountry.class)
        public int tax(String item) {
            return executions.incrementAndGet();
        }
    }
}
