package io.quarkiverse.usecache.runtime.fill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.quarkiverse.usecache.Lifetime;
import io.quarkiverse.usecache.runtime.key.CallKey;

class CallListenerTest {

    private static final Lifetime LIFE = new Lifetime(Duration.ZERO, Duration.ofSeconds(10), Duration.ofSeconds(100));

    /** Writes down what it is told. */
    private static final class Notes implements CallListener {

        private final List<String> lines = new ArrayList<>();
        private final List<Object> entries = new ArrayList<>();

        @Override
        public void hit(CachedMethod method, CallKey key, Object entry) {
            lines.add("hit " + key);
            entries.add(entry);
        }

        @Override
        public void staleHit(CachedMethod method, CallKey key, Object entry) {
            lines.add("stale hit " + key);
            entries.add(entry);
        }

        @Override
        public void miss(CachedMethod method, CallKey key) {
            lines.add("miss " + key);
        }

        @Override
        public void loaded(CachedMethod method, CallKey key, Load load) {
            lines.add((load.refresh() ? "refreshed " : "loaded ") + (load.failure() == null ? load.value() : load.failure())
                    + " in " + load.nanos());
            entries.add(load.entry());
        }

        @Override
        public void nested(CachedMethod outer, CachedMethod inner) {
            lines.add(outer.descriptor().id().name() + " calls " + inner.descriptor().id().name());
        }
    }

    private final Notes notes = new Notes();
    private final Notes others = new Notes();
    private final TestCache cache = new TestCache(CallListener.of(List.of(notes, others)));

    @Test
    void aLoadIsToldWithItsTimeAndAHitWithItsEntry() throws Exception {
        TestMethod read = cache.method("read", argument -> {
            cache.advance(Duration.ofNanos(7));
            return "value";
        });
        read.call("a");
        read.call("a");

        assertThat(notes.lines).containsExactly("miss (a)", "loaded value in 7", "hit (a)");
        assertThat(notes.entries).hasSize(2).containsOnly(notes.entries.get(0));
    }

    @Test
    void aFailureIsTold() {
        TestMethod read = cache.method("read", argument -> {
            throw new IllegalStateException("broken");
        });

        assertThat(catchThrowable(() -> read.call("a"))).hasMessage("broken");
        assertThat(notes.lines).containsExactly("miss (a)", "loaded java.lang.IllegalStateException: broken in 0");
    }

    @Test
    void aRefreshIsToldApartFromALoad() throws Exception {
        TestMethod read = cache.method("read", LIFE, true, argument -> "value");
        read.call("a");
        cache.advance(Duration.ofSeconds(11));
        read.call("a");
        cache.runRefreshes();

        assertThat(notes.lines).containsExactly("miss (a)", "loaded value in 0", "stale hit (a)", "refreshed value in 0");
    }

    @Test
    void whatACallIsMadeOfIsTold() throws Exception {
        TestMethod inner = cache.method("inner", argument -> "value");
        TestMethod outer = cache.method("outer", argument -> inner.call(argument));
        outer.call("a");

        assertThat(notes.lines).containsExactly("miss (a)", "miss (a)", "outer calls inner", "loaded value in 0",
                "loaded value in 0");
    }

    @Test
    void aListenerThatFailsBreaksNoCall() throws Exception {
        TestCache broken = new TestCache(new CallListener() {
            @Override
            public void loaded(CachedMethod method, CallKey key, Load load) {
                throw new IllegalStateException("broken");
            }
        });
        TestMethod read = broken.method("read", argument -> "value");

        assertThat(read.call()).isEqualTo("value");
        assertThat(read.call()).isEqualTo("value");
        assertThat(read.executions).hasValue(1);
    }

    @Test
    void everyListenerIsTold() throws Exception {
        cache.method("read", argument -> "value").call("a");

        assertThat(others.lines).isNotEmpty().isEqualTo(notes.lines);
    }
}
