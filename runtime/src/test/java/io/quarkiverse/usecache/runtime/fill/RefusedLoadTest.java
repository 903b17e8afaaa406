package io.quarkiverse.usecache.runtime.fill;

import static io.quarkiverse.usecache.CachedCall.cacheTag;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.Test;

/** Who found a load in its place, and looks at it only when it has ended, must not take its value for an entry's. */
class RefusedLoadTest {

    private final TestCache cache = new TestCache();
    private final AtomicReference<Slot> found = new AtomicReference<>();

    @Test
    void aValueThatMustNotBeKeptNeverLooksLikeAnEntry() throws Exception {
        TestMethod read = cache.method("read", argument -> {
            found.set(cache.entry());
            cacheTag("");
            return "value";
        });

        read.call();

        assertThat(found.get().fill()).isNotNull();
        assertThat(found.get().fill().sharable()).isFalse();
        assertThat(cache.entries()).isZero();
    }

    @Test
    void aValueForOneUserNeverLooksLikeAnEntry() throws Exception {
        TestMethod read = cache.method("read", argument -> {
            found.set(cache.entry());
            FillScope.current().makePersonal(FillScope.current().fill().slot().method());
            return "value";
        });

        read.call();

        assertThat(found.get().fill()).isNotNull();
        assertThat(found.get().fill().sharable()).isFalse();
    }
}
