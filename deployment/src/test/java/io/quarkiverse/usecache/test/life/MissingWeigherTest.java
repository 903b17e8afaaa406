package io.quarkiverse.usecache.test.life;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import jakarta.enterprise.context.ApplicationScoped;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.usecache.UseCache;
import io.quarkus.test.QuarkusUnitTest;

class MissingWeigherTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(root -> root.addClass(MissingWeigherTest.class))
            .overrideRuntimeConfigKey("quarkus.use-cache.caches.\"weighed\".maximum-weight", "1000")
            .assertException(failure -> assertThat(failure).isExactlyInstanceOf(IllegalStateException.class)
                    .hasMessage("quarkus.use-cache.caches.\"weighed\".maximum-weight needs one bean that implements "
                            + "Weigher<Object, Object> and is annotated @Identifier(\"weighed\"). Add it, or set maximum-size "
                            + "instead."));

    @Test
    void theApplicationDoesNotStart() {
        fail("The application must not start");
    }

    @ApplicationScoped
    static class Shop {

        @UseCache("weighed")
        public int item(int id) {
            return id;
        }
    }
}
