package io.quarkiverse.usecache.test.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkus.test.QuarkusUnitTest;

/** A secret that can be guessed keeps the application from starting. */
class ShortSecretTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(root -> root.addClass(Signing.class))
            .overrideRuntimeConfigKey("quarkus.use-cache.endpoint.hmac-secret", "short")
            .assertException(failure -> assertThat(failure).hasMessageContaining(
                    "quarkus.use-cache.endpoint.hmac-secret has 5 characters, but must have at least 16."));

    @Test
    void doesNotStart() {
        Assertions.fail("The application must not start");
    }
}
