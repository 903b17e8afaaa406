package io.quarkiverse.usecache.runtime.call.life;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.Test;

import io.quarkiverse.usecache.Lifetime;
import io.quarkiverse.usecache.runtime.call.TestCache;
import io.quarkiverse.usecache.runtime.call.TestMethod;
import io.quarkiverse.usecache.runtime.load.LoadScope;

class NestedLifeTest {

    private static final Lifetime MINUTE = new Lifetime(Duration.ofSeconds(9), Duration.ofSeconds(30), Duration.ofSeconds(60));
    private static final Lifetime DAYS = new Lifetime(Duration.ofMinutes(5), Duration.ofDays(1), Duration.ofDays(7));

    private final TestCache cache = new TestCache();
    private final AtomicReference<String> database = new AtomicReference<>("old");
    private final TestMethod inner = cache.method("inner", MINUTE, true, argument -> database.get(), "a");
    private final TestMethod implicit = cache.method("implicit", argument -> inner.call());
    private final TestMethod explicit = cache.method("explicit", DAYS, true, argument -> inner.call());
    private final TestMethod outermost = cache.method("outermost", argument -> implicit.call());

    @Test
    void anImplicitLifeEndsWithTheInnerOne() throws Exception {
        outermost.call();
        database.set("new");

        cache.advance(Duration.ofSeconds(61));

        assertThat(outermost.call()).isEqualTo("new");
        assertThat(implicit.call()).isEqualTo("new");
    }

    @Test
    void anExplicitLifeDoesNot() throws Exception {
        explicit.call();
        database.set("new");

        cache.advance(Duration.ofSeconds(61));

        assertThat(explicit.call()).isEqualTo("old");
        assertThat(cache.waitingRefreshes).isEmpty();
    }

    @Test
    void whatIsLeftOfAnInnerHitCounts() throws Exception {
        inner.call();
        cache.advance(Duration.ofSeconds(20));
        implicit.call();
        database.set("new");

        cache.advance(Duration.ofSeconds(10));
        implicit.call();
        assertThat(cache.waitingRefreshes).isEmpty();
        cache.advance(Duration.ofNanos(1));
        implicit.call();
        assertThat(cache.waitingRefreshes).hasSize(1);
        cache.waitingRefreshes.clear();
        cache.advance(Duration.ofSeconds(30));

        assertThat(implicit.call()).isEqualTo("new");
    }

    @Test
    void aStaleInnerValueIsLoadedFirst() throws Exception {
        inner.call();
        cache.advance(Duration.ofSeconds(31));
        database.set("new");

        assertThat(implicit.call()).isEqualTo("new");
        assertThat(inner.call()).isEqualTo("new");
        assertThat(inner.executions).hasValue(2);
        assertThat(cache.waitingRefreshes).isEmpty();
    }

    @Test
    void anInnerValueMarkedStaleIsLoadedFirst() throws Exception {
        explicit.call();
        database.set("new");
        cache.makeStale("a");

        assertThat(explicit.call()).isEqualTo("old");
        assertThat(cache.runRefreshes()).isEqualTo(1);
        assertThat(explicit.call()).isEqualTo("new");
        assertThat(inner.executions).hasValue(2);
    }

    @Test
    void aRefreshOfAnInnerValueThatRunsIsWaitedFor() throws Exception {
        inner.call();
        cache.makeStale("a");
        inner.call();
        database.set("new");
        Runnable refresh = cache.waitingRefreshes.remove();
        TestMethod outer = cache.method("outer", argument -> {
            LoadScope before = LoadScope.enter(null);
            refresh.run();
            LoadScope.enter(before);
            return inner.call();
        });

        assertThat(outer.call()).isEqualTo("new");
        assertThat(inner.executions).hasValue(2);
    }
}
