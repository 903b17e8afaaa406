package io.quarkiverse.usecache.test.life;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import jakarta.enterprise.context.ApplicationScoped;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.usecache.UseCache;
import io.quarkus.test.QuarkusUnitTest;

class NegativeSizeTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(root -> root.addClass(NegativeSizeTest.class))
            .overrideRuntimeConfigKey("quarkus.use-cache.caches.\"small\".maximum-size", "-1")
            .assertException(failure -> assertThat(failure).isExactlyInstanceOf(IllegalArgumentException.class)
                    .hasMessage("quarkus.use-cache.caches.\"small\".maximum-size [-1] must not be negative. Use 0 to store "
                            + "nothing."));

    @Test
    void theApplicationDoesNotStart() {
        fail("The application must not start");
    }

    @ApplicationScoped
    static class Shop {

        @UseCache("small")
        public int item(int id) {
            return id;
        }
    }
}
