package io.quarkiverse.usecache.runtime.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.Test;

import io.quarkiverse.usecache.CachedCall;
import io.quarkiverse.usecache.Lifetime;
import io.quarkiverse.usecache.runtime.load.LoadScope;

class CachedCallTest {

    private final TestCache cache = new TestCache();

    @Test
    void outsideACachedCallItSaysWhatToDo() {
        assertRefused();
    }

    @Test
    void itIsActiveInsideACachedCallOnly() throws Exception {
        AtomicReference<Boolean> active = new AtomicReference<>();
        cache.method("read", argument -> {
            active.set(CachedCall.isActive());
            return "value";
        }).call();

        assertThat(active.get()).isTrue();
        assertThat(CachedCall.isActive()).isFalse();
    }

    @Test
    void aStrayThreadCannotTagWhatHasBeenReturned() throws Exception {
        AtomicReference<LoadScope> kept = new AtomicReference<>();
        cache.method("read", argument -> {
            kept.set(LoadScope.current());
            return "value";
        }).call();

        LoadScope before = LoadScope.enter(kept.get());
        try {
            assertRefused();
        } finally {
            LoadScope.enter(before);
        }
    }

    @Test
    void theCallAroundIsTheCurrentOneAgainWhenTheInnerFails() throws Exception {
        TestMethod inner = cache.method("inner", argument -> {
            throw new IllegalStateException("broken");
        });
        TestMethod outer = cache.method("outer", argument -> {
            LoadScope mine = LoadScope.current();
            assertThatIllegalStateException().isThrownBy(inner::call);
            return LoadScope.current() == mine;
        });

        assertThat(outer.call()).isEqualTo(true);
    }

    @Test
    void nullIsRefusedWithASentence() throws Exception {
        cache.method("read", argument -> {
            assertThatIllegalArgumentException().isThrownBy(() -> CachedCall.cacheTag((String[]) null))
                    .withMessage("tags must not be null. Leave the call out where there is nothing to say.");
            assertThatIllegalArgumentException().isThrownBy(() -> CachedCall.cacheLife((String) null))
                    .withMessageStartingWith("profile must not be null.");
            assertThatIllegalArgumentException().isThrownBy(() -> CachedCall.cacheLife((Lifetime) null))
                    .withMessageStartingWith("lifetime must not be null.");
            return "value";
        }).call();
    }

    private static void assertRefused() {
        assertThat(CachedCall.isActive()).isFalse();
        assertThatIllegalStateException().isThrownBy(() -> CachedCall.cacheTag("a"))
                .withMessageContaining("cacheTag").withMessageContaining("@UseCache").withMessageContaining("isActive()");
        assertThatIllegalStateException().isThrownBy(() -> CachedCall.cacheLife("hours"))
                .withMessageContaining("cacheLife");
        assertThatIllegalStateException()
                .isThrownBy(() -> CachedCall.cacheLife(new Lifetime(null, null, Duration.ZERO)));
    }
}
