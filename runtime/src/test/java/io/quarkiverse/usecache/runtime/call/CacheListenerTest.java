package io.quarkiverse.usecache.runtime.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.github.benmanes.caffeine.cache.Weigher;

import io.quarkiverse.usecache.Lifetime;
import io.quarkiverse.usecache.runtime.event.CacheListener;
import io.quarkiverse.usecache.runtime.event.LoadEnded;
import io.quarkiverse.usecache.runtime.event.Removal;
import io.quarkiverse.usecache.runtime.event.StoredValue;
import io.quarkiverse.usecache.runtime.key.CallKey;
import io.quarkiverse.usecache.runtime.method.CachedMethod;
import io.quarkiverse.usecache.runtime.store.EntryStore;

class CacheListenerTest {

    private static final Lifetime LIFE = new Lifetime(Duration.ZERO, Duration.ofSeconds(10), Duration.ofSeconds(100));

    /** Writes down what it is told. */
    private static final class Notes implements CacheListener {

        private final List<String> lines = new ArrayList<>();
        private final List<Object> entries = new ArrayList<>();
        private final List<String> places = new ArrayList<>();

        @Override
        public void hit(CallKey key, StoredValue entry) {
            lines.add("hit " + key);
            entries.add(entry);
        }

        @Override
        public void staleHit(CallKey key, StoredValue entry) {
            lines.add("stale hit " + key);
            entries.add(entry);
        }

        @Override
        public void miss(CachedMethod method, CallKey key) {
            lines.add("miss " + key);
        }

        @Override
        public void loaded(CachedMethod method, CallKey key, LoadEnded load) {
            lines.add((load.refresh() ? "refreshed " : "loaded ")
                    + (load.failure() == null ? load.result().value() : load.failure())
                    + " in " + load.nanos());
            entries.add(load.result());
        }

        @Override
        public void stored(CallKey key, StoredValue entry) {
            places.add("stored " + key);
        }

        @Override
        public void removed(CallKey key, StoredValue entry, Removal cause) {
            places.add(cause + " " + key);
        }

        @Override
        public void nested(CachedMethod outer, CachedMethod inner) {
            lines.add(outer.descriptor().id().name() + " calls " + inner.descriptor().id().name());
        }
    }

    @RegisterExtension
    final TestThreads threads = new TestThreads();

    private final Notes notes = new Notes();
    private final Notes others = new Notes();
    private final TestCache cache = new TestCache(notes, others);

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

        assertThat(notes.lines).containsExactly("miss (a)", "miss (a)", "loaded value in 0", "outer calls inner",
                "loaded value in 0");
    }

    @Test
    void whatIsStoredAndLeavesTheCacheIsToldWithTheReason() throws Exception {
        TestMethod read = cache.method("read", LIFE, true, argument -> "value", "a");
        read.call(1);
        cache.revalidate("a");
        read.call(1);
        cache.advance(Duration.ofSeconds(11));
        read.call(1);
        cache.runRefreshes();
        cache.advance(Duration.ofSeconds(101));
        cache.sweep.run();
        assertThat(notes.places).containsExactly("stored (1)", "stored (1)", "REVALIDATED (1)", "stored (1)", "REPLACED (1)",
                "EXPIRED (1)");
    }

    @Test
    void anEntryForWhichThereIsNoRoomIsEvicted() throws Exception {
        TestCache small = new TestCache(new EntryStore.Bound(1, Weigher.singletonWeigher()), Duration.ofSeconds(30),
                List.of(notes), 1);
        TestMethod read = small.method("read", argument -> "value");
        read.call(1);
        read.call(2);
        assertThat(notes.places).hasSize(3).element(2).asString().startsWith("EVICTED");
    }

    /** Every event, with an exception and with an error; the calls that join a load are among them. */
    @ParameterizedTest
    @ValueSource(booleans = { false, true })
    void aListenerThatFailsBreaksNeitherCallsNorLoadsNorOtherListeners(boolean error) throws Exception {
        CacheListener broken = failing(error);
        TestCache disturbed = new TestCache(broken, notes);
        TestMethod inner = disturbed.method("inner", argument -> {
            TestMethod.awaitJoiners(argument.equals("together") ? 4 : 0);
            return "value";
        }, "a");
        TestMethod outer = disturbed.method("outer", argument -> inner.call(argument));

        assertThat(TestThreads.all(threads.startTogether(5, i -> () -> inner.call("together")))).containsOnly("value");
        assertThat(outer.call("b")).isEqualTo("value");
        assertThat(outer.call("b")).isEqualTo("value");
        disturbed.makeStale("a");
        assertThat(outer.call("b")).isEqualTo("value");
        disturbed.runRefreshes();
        disturbed.revalidate("a");
        assertThat(outer.call("b")).isEqualTo("value");
        assertThat(disturbed.inFlight()).isZero();
        assertThat(notes.lines).hasSizeGreaterThan(10);
    }

    private static CacheListener failing(boolean error) {
        return (CacheListener) Proxy.newProxyInstance(CacheListener.class.getClassLoader(),
                new Class<?>[] { CacheListener.class }, (proxy, method, arguments) -> {
                    if (method.getReturnType() == boolean.class) {
                        return true;
                    }
                    if (error) {
                        throw new AssertionError("broken");
                    }
                    throw new IllegalStateException("broken");
                });
    }

    @Test
    void everyListenerIsTold() throws Exception {
        cache.method("read", argument -> "value").call("a");

        assertThat(others.lines).isNotEmpty().isEqualTo(notes.lines);
    }
}
