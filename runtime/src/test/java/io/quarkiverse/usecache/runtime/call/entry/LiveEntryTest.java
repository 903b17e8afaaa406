package io.quarkiverse.usecache.runtime.call.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import io.quarkiverse.usecache.runtime.call.TestCache;
import io.quarkiverse.usecache.runtime.call.TestMethod;
import io.quarkiverse.usecache.runtime.event.StoredValue;
import io.quarkiverse.usecache.runtime.view.CacheView.State;
import io.quarkiverse.usecache.runtime.view.LiveEntries;
import io.quarkiverse.usecache.runtime.view.LiveEntry;

/** Entries can be looked at, and evicted one by one. */
class LiveEntryTest {

    private final TestCache cache = new TestCache();
    private final LiveEntries live = new LiveEntries(cache.stores, cache.inFlight, cache.clock, cache.freshness);

    @Test
    void anEntryShowsWhatItIs() throws Exception {
        cache.method("number", key -> 42, "numbers").call(7);
        cache.advance(Duration.ofSeconds(3));

        assertThat(live.all()).singleElement().satisfies(entry -> {
            assertThat(entry.function()).isEqualTo("org.acme.Shop#number(java.lang.Object)");
            assertThat(entry.key()).isEqualTo("(7)");
            assertThat(entry.tags()).containsExactly("numbers");
            assertThat(entry.hasTag("numbers"::equals)).isTrue();
            assertThat(entry.hasTag("number"::equals)).isFalse();
            assertThat(entry.state()).isEqualTo(State.FRESH);
            assertThat(Duration.ofNanos(entry.age())).isEqualTo(Duration.ofSeconds(3));
            assertThat(entry.value()).isEqualTo(42);
        });
    }

    @Test
    void anEntryIsFreshForWhatIsLeftOfItsLife() throws Exception {
        cache.method("number", key -> 42).call(7);
        cache.advance(Duration.ofDays(1).minusSeconds(3));
        assertThat(live.all()).singleElement().satisfies(entry -> assertThat(freshFor(entry)).isEqualTo(Duration.ofSeconds(3)));

        cache.advance(Duration.ofSeconds(4));
        assertThat(live.all()).singleElement().satisfies(entry -> {
            assertThat(freshFor(entry)).isEqualTo(Duration.ofSeconds(-1));
            assertThat(entry.state()).isEqualTo(State.STALE);
        });
    }

    private Duration freshFor(LiveEntry entry) {
        return Duration.ofNanos(((StoredValue) entry.identity()).freshFor(cache.freshness.now()));
    }

    @Test
    void anEvictedEntryIsLoadedAgain() throws Exception {
        TestMethod method = cache.method("number", key -> 42);
        method.call(7);
        method.call(8);

        LiveEntry entry = live.all().filter(one -> one.key().equals("(7)")).findFirst().orElseThrow();
        assertThat(entry.evict()).isTrue();
        assertThat(entry.evict()).isFalse();

        method.call(8);
        assertThat(method.executions).hasValue(2);
        method.call(7);
        assertThat(method.executions).hasValue(3);
    }

    @Test
    void aLoadThatIsEvictedIsNotKept() throws Exception {
        TestMethod method = cache.method("number", key -> {
            LiveEntry loading = live.all().findFirst().orElseThrow();
            assertThat(loading.state()).isEqualTo(State.LOADING);
            assertThat(loading.value()).isNull();
            return loading.evict();
        });

        assertThat(method.call(7)).isEqualTo(true);
        assertThat(live.all()).isEmpty();
    }
}
