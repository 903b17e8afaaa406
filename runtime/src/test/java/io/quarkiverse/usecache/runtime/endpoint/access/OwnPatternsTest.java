package io.quarkiverse.usecache.runtime.endpoint.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class OwnPatternsTest {

    private static final OwnPatterns OWN = new OwnPatterns("/app/", "/app/q/use-cache");

    @ParameterizedTest
    @ValueSource(strings = { "/app/q/use-cache/*", "/app/q/use-cache*", "/app/q/use-cache", "/app/q/use-cache/revalidate",
            "/app/q/use-cache/*/x", "q/use-cache/*" })
    void isAtOrBelowThePath(String pattern) {
        assertThat(OWN.test(pattern)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = { "/*", "*", "/app/*", "/app/q/*", "/app/q/*/revalidate", "q/*", "/app/q/use-cache-more/*",
            "/app/q/use-cach*", "/q/use-cache/*", "use-cache/*" })
    void isForMoreOrForSomethingElse(String pattern) {
        assertThat(OWN.test(pattern)).isFalse();
    }
}
