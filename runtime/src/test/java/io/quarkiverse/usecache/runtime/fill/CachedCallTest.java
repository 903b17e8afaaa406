package io.quarkiverse.usecache.runtime.fill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.Test;

import io.quarkiverse.usecache.CachedCall;
import io.quarkiverse.usecache.Lifetime;

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
        AtomicReference<FillScope> kept = new AtomicReference<>();
        cache.method("read", argument -> {
            kept.set(FillScope.current());
            return "value";
        }).call();

        FillScope before = FillScope.enter(kept.get());
        try {
            assertRefused();
        } finally {
            FillScope.enter(before);
        }
    }

    @Test
    void theCallAroundIsTheCurrentOneAgainWhenTheInnerFails() throws Exception {
        TestMethod inner = cache.method("inner", argument -> {
            throw new IllegalStateException("broken");
        });
        TestMethod outer = cache.method("outer", argument -> {
            FillScope mine = FillScope.current();
            assertThatIllegalStateException().isThrownBy(inner::call);
            return FillScope.current() == mine;
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
