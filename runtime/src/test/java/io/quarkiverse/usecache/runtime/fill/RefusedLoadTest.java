package io.quarkiverse.usecache.runtime.fill;

import static io.quarkiverse.usecache.CachedCall.cacheTag;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.Test;

/** Who found a load in its place, and looks at it only when it has ended, must not take its value for an entry's. */
class RefusedLoadTest {

    private final TestCache cache = new TestCache();
    private final AtomicReference<Fill> found = new AtomicReference<>();

    @Test
    void aValueThatMustNotBeKeptNeverLooksLikeAnEntry() throws Exception {
        TestMethod read = cache.method("read", argument -> {
            found.set(cache.load());
            cacheTag("");
            return "value";
        });

        read.call();

        assertThat(found.get().sharable()).isFalse();
        assertThat(cache.entries()).isZero();
    }

    @Test
    void aValueForOneUserNeverLooksLikeAnEntry() throws Exception {
        TestMethod read = cache.method("read", argument -> {
            found.set(cache.load());
            FillScope.current().makePersonal(FillScope.current().fill().method());
            return "value";
        });

        read.call();

        assertThat(found.get().sharable()).isFalse();
    }
}
