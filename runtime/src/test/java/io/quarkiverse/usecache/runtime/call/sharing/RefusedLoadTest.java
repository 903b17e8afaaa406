package io.quarkiverse.usecache.runtime.call.sharing;

import static io.quarkiverse.usecache.CachedCall.cacheTag;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.Test;

import io.quarkiverse.usecache.runtime.call.TestCache;
import io.quarkiverse.usecache.runtime.call.TestMethod;
import io.quarkiverse.usecache.runtime.load.Load;
import io.quarkiverse.usecache.runtime.load.LoadScope;
import io.quarkiverse.usecache.runtime.store.Entry;
import io.quarkiverse.usecache.runtime.tag.TagStamps;

/** Who found a load in its place, and looks at it only when it has ended, must not take its value for an entry's. */
class RefusedLoadTest {

    private final TestCache cache = new TestCache();
    private final AtomicReference<Load> found = new AtomicReference<>();

    @Test
    void aValueThatMustNotBeKeptNeverLooksLikeAnEntry() throws Exception {
        TestMethod read = cache.method("read", argument -> {
            found.set(cache.load());
            cacheTag("");
            return "value";
        });

        read.call();

        assertThat(found.get().outcome().shareable()).isFalse();
        assertThat(cache.entries()).isZero();
    }

    @Test
    void aValueForOneUserNeverLooksLikeAnEntry() throws Exception {
        TestMethod read = cache.method("read", argument -> {
            found.set(cache.load());
            LoadScope.current().absorb(new Entry(cache.personal(), 0, 0, "", TagStamps.NONE, cache.personal().life(), 1));
            return "value";
        });

        read.call();

        assertThat(found.get().outcome().shareable()).isFalse();
    }
}
