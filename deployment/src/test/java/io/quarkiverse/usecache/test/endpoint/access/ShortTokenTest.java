package io.quarkiverse.usecache.test.endpoint.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.usecache.test.endpoint.Shop;
import io.quarkus.test.QuarkusUnitTest;

@Timeout(60)
class ShortTokenTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest().withApplicationRoot(root -> root.addClass(Shop.class))
            .overrideRuntimeConfigKey("quarkus.use-cache.endpoint.token", "fifteen-letters")
            .assertException(failure -> assertThat(failure)
                    .hasStackTraceContaining("quarkus.use-cache.endpoint.token has 15 characters, but must have at least 16. "
                            + "Set a longer one, or remove the property."));

    @Test
    void theApplicationDoesNotStart() {
        fail("The application must not start.");
    }
}
