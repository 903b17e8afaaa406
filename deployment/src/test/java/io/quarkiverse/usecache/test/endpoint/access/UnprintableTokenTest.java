package io.quarkiverse.usecache.test.endpoint.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.usecache.test.endpoint.Shop;
import io.quarkus.test.QuarkusUnitTest;

@Timeout(60)
class UnprintableTokenTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest().withApplicationRoot(root -> root.addClass(Shop.class))
            .overrideRuntimeConfigKey("quarkus.use-cache.endpoint.token", "a token that has blanks")
            .assertException(failure -> assertThat(failure).hasStackTraceContaining(
                    "quarkus.use-cache.endpoint.token has characters that a Bearer token must not have. "
                            + "Use ASCII letters, digits and punctuation, without blanks."));

    @Test
    void theApplicationDoesNotStart() {
        fail("The application must not start.");
    }
}
