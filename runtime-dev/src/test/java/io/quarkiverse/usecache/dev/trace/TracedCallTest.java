package io.quarkiverse.usecache.dev.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.quarkiverse.usecache.dev.function.FunctionNames.Name;
import io.quarkiverse.usecache.dev.trace.TracedCall.Result;
import io.quarkiverse.usecache.runtime.key.CallKey;
import io.quarkiverse.usecache.runtime.key.KeyFactory;
import io.quarkiverse.usecache.runtime.life.Life;
import io.quarkiverse.usecache.runtime.method.MethodId;

/** A hit tells in whole seconds how long it stays fresh. */
class TracedCallTest {

    private static final Name NAME = new Name(0, "org.acme.Shop#article(int)", "Shop#article(int)");
    private static final CallKey KEY = KeyFactory.ofArguments(
            new MethodId("org.acme.Shop", "org.acme.Shop", "article", List.of("int")), List.of(0), 1)
            .keyOf(null, new Object[] { 7 });

    @Test
    void aFreshValueHasTimeLeft() {
        assertThat(status(Result.HIT, Duration.ofMillis(3_599_900).toNanos()))
                .isEqualTo("articles;hit;ttl=3599;key=\"Shop#article(int)(7)\"");
    }

    @Test
    void aValueThatNeverAgesTellsNothing() {
        assertThat(status(Result.HIT, Life.FOR_EVER)).isEqualTo("articles;hit;key=\"Shop#article(int)(7)\"");
    }

    @Test
    void aValueThatIsTooOldHasLessThanNothingLeft() {
        assertThat(status(Result.STALE, Duration.ofMillis(-100).toNanos()))
                .isEqualTo("articles;hit;ttl=-1;key=\"Shop#article(int)(7)\";detail=\"stale\"");
    }

    @Test
    void aValueThatARevalidationMadeStaleTellsNothing() {
        assertThat(status(Result.STALE, Duration.ofHours(1).toNanos()))
                .isEqualTo("articles;hit;key=\"Shop#article(int)(7)\";detail=\"stale\"");
    }

    private static String status(Result result, long freshFor) {
        return new TracedCall("articles", NAME, KEY, result, freshFor).status();
    }
}
