package io.quarkiverse.usecache.runtime.call.life;

import static io.quarkiverse.usecache.CachedCall.cacheLife;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.quarkiverse.usecache.Lifetime;
import io.quarkiverse.usecache.runtime.call.TestCache;
import io.quarkiverse.usecache.runtime.call.TestMethod;
import io.quarkiverse.usecache.runtime.event.CacheListener;
import io.quarkiverse.usecache.runtime.event.LoadEnded;
import io.quarkiverse.usecache.runtime.key.CallKey;
import io.quarkiverse.usecache.runtime.load.Load;
import io.quarkiverse.usecache.runtime.load.LoadScope;
import io.quarkiverse.usecache.runtime.load.ReadView;
import io.quarkiverse.usecache.runtime.load.ReadViews;
import io.quarkiverse.usecache.runtime.method.CachedMethod;

@Timeout(60)
class RefreshTest {

    private static final Lifetime LIFE = new Lifetime(Duration.ZERO, Duration.ofSeconds(10), Duration.ofSeconds(100));

    private final TestCache cache = new TestCache();
    private final AtomicBoolean broken = new AtomicBoolean();
    private final AtomicReference<Runnable> during = new AtomicReference<>(() -> {
    });
    private final AtomicReference<TestMethod> self = new AtomicReference<>();
    private final TestMethod read = cache.method("read", LIFE, true, argument -> {
        during.get().run();
        if (broken.get()) {
            throw new IllegalStateException("broken");
        }
        return self.get().executions.get();
    }, "a");

    RefreshTest() throws Exception {
        self.set(read);
        read.call();
    }

    @Test
    void tenCallsDuringASlowRefreshGetTheOldValueAndCauseNoOther() throws Exception {
        cache.advance(Duration.ofSeconds(11));

        for (int i = 0; i < 10; i++) {
            assertThat(read.call()).isEqualTo(1);
        }

        assertThat(cache.runRefreshes()).isEqualTo(1);
        assertThat(read.call()).isEqualTo(2);
    }

    @Test
    void aCallThatNeedsTheValueDoesNotWaitForARefreshThatHasNoThreadYet() throws Exception {
        cache.advance(Duration.ofSeconds(11));
        assertThat(read.call()).isEqualTo(1);
        cache.advance(Duration.ofSeconds(100));

        assertThat(read.call()).isEqualTo(2);

        cache.runRefreshes();
        assertThat(read.call()).isEqualTo(2);
        assertThat(read.executions).hasValue(2);
        assertThat(cache.inFlight()).isZero();
    }

    @Test
    void aRefreshThatFailsIsTriedAgainAfterFiveSeconds() throws Exception {
        cache.advance(Duration.ofSeconds(11));
        failingRefresh();

        cache.advance(Duration.ofSeconds(5).minusNanos(1));
        assertThat(read.call()).isEqualTo(1);
        assertThat(cache.runRefreshes()).isZero();

        cache.advance(Duration.ofNanos(1));
        broken.set(false);
        assertThat(read.call()).isEqualTo(1);
        assertThat(cache.runRefreshes()).isEqualTo(1);
        assertThat(read.call()).isEqualTo(3);
    }

    @Test
    void aRefreshThatFailsAfterStaleIsTriedAgainAfterFiveSeconds() throws Exception {
        cache.makeStale("a");
        failingRefresh();
        assertThat(read.call()).isEqualTo(1);
        assertThat(cache.runRefreshes()).isZero();

        cache.advance(Duration.ofSeconds(5));
        assertThat(read.call()).isEqualTo(1);
        assertThat(cache.runRefreshes()).isEqualTo(1);
    }

    @Test
    void failingRefreshesKeepTheOldValueUntilItExpires() throws Exception {
        cache.advance(Duration.ofSeconds(11));
        failingRefresh();

        cache.advance(Duration.ofSeconds(89));
        assertThat(read.call()).isEqualTo(1);
        cache.advance(Duration.ofNanos(1));

        assertThat(catchThrowable(read::call)).isInstanceOf(IllegalStateException.class);
        assertThat(cache.inFlight()).as("one refresh that was not run").isLessThanOrEqualTo(1);
    }

    @Test
    void aRefreshThatFailsAfterExpireLeavesNothing() throws Exception {
        cache.makeStale("a");
        read.call();
        broken.set(true);
        cache.revalidate("a");
        cache.runRefreshes();

        assertThat(cache.entries()).isZero();
        assertThat(catchThrowable(read::call)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void staleDuringARefreshCausesOneMore() throws Exception {
        cache.makeStale("a");
        read.call();
        during.set(() -> {
            cache.makeStale("a");
            assertThat(call()).isEqualTo(1);
            assertThat(cache.waitingRefreshes).isEmpty();
        });
        assertThat(cache.runRefreshes()).isEqualTo(1);
        during.set(() -> {
        });

        assertThat(read.call()).isEqualTo(2);
        assertThat(read.call()).isEqualTo(2);
        assertThat(cache.runRefreshes()).isEqualTo(1);
        assertThat(read.call()).isEqualTo(3);
        assertThat(cache.runRefreshes()).isZero();
    }

    @Test
    void expireDuringARefreshMakesTheNextCallLoad() throws Exception {
        cache.makeStale("a");
        read.call();
        cache.revalidate("a");

        assertThat(read.call()).isEqualTo(2);
        cache.runRefreshes();
        assertThat(read.call()).isEqualTo(2);
    }

    @Test
    void aRefreshThatCannotBeginFailsLikeAnyOther() throws Exception {
        cache.makeStale("a");
        cache.refreshes.stop(Duration.ofSeconds(1));

        assertThat(read.call()).isEqualTo(1);
        assertThat(read.call()).isEqualTo(1);
        assertThat(cache.waitingRefreshes).isEmpty();
        assertThat(cache.inFlight()).isZero();
    }

    /** It was let in before the end and is to run after it: what it needs may be gone by then. */
    @Test
    void aRefreshThatWasLetInBeforeTheEndDoesNotRunAfterIt() {
        Load refresh = cache.loader.beginRefresh(read.toCall("key"), cache.entry());
        assertThat(cache.refreshes.admit(refresh)).isTrue();
        cache.refreshes.stop(Duration.ZERO);
        cache.refreshes.run(refresh, () -> {
        });
        assertThat(cache.waitingRefreshes).isEmpty();
        assertThat(refresh.outcome().failure()).hasMessage("The application stops");
    }

    /** The same moment, seen from the other side. */
    @Test
    void theEndWaitsForARefreshThatWasLetInBeforeIt() throws Exception {
        Load refresh = cache.loader.beginRefresh(read.toCall("key"), cache.entry());
        cache.refreshes.admit(refresh);
        Thread end = new Thread(() -> cache.refreshes.stop(Duration.ofSeconds(30)));
        end.start();
        while (refresh.waiters() == 0) {
            assertThat(end.isAlive()).as("waits").isTrue();
            Thread.onSpinWait();
        }
        cache.refreshes.run(refresh, () -> {
        });
        end.join(10_000);
        assertThat(end.isAlive()).isFalse();
    }

    @Test
    void aRefreshThatNoThreadHasComeToDoesNotRunOnceItsCacheIsCleared() throws Exception {
        cache.makeStale("a");
        read.call();
        cache.clear("default");
        assertThat(cache.runRefreshes()).isEqualTo(1);
        assertThat(read.executions).hasValue(1);
        assertThat(cache.entries()).isZero();
    }

    /** Such as the value of a fallback, which must not live. */
    @Test
    void aRefreshWhoseValueIsNotToBeKeptKeepsTheOldOne() throws Exception {
        cache.makeStale("a");
        read.call();
        during.set(() -> cacheLife(new Lifetime(null, Duration.ZERO, null)));
        assertThat(cache.runRefreshes()).isEqualTo(1);
        assertThat(read.call()).isEqualTo(1);
        assertThat(cache.runRefreshes()).as("not at once again").isZero();
        during.set(() -> {
        });
        cache.advance(Duration.ofSeconds(5));
        assertThat(read.call()).isEqualTo(1);
        assertThat(cache.runRefreshes()).isEqualTo(1);
        assertThat(read.call()).isEqualTo(3);
    }

    @Test
    void aRefreshThatFailsForWantOfACallerIsLeftToTheNextOne() throws Exception {
        cache.needsCaller = IllegalStateException.class::isInstance;
        cache.makeStale("a");
        failingRefresh();
        broken.set(false);
        assertThat(read.call()).as("loaded in the foreground").isEqualTo(3);
        assertThat(read.call()).isEqualTo(3);
        assertThat(cache.runRefreshes()).isZero();
    }

    /** In a transaction of the caller's that began long ago, its stamp would be too old at once, again and again. */
    @Test
    void aRefreshSeesWhatItsOwnThreadSeesNotWhatItsCallerSaw() throws Exception {
        cache.views = new ReadViews() {
            @Override
            public ReadView at(long stamp) {
                return new ReadView(0, null, true);
            }
        };
        cache.makeStale("a");
        read.call();
        cache.views = ReadViews.NONE;
        cache.runRefreshes();
        assertThat(read.call()).isEqualTo(2);
        assertThat(cache.runRefreshes()).isZero();
    }

    /** Between storing and leaving, the new value is there: no later call of the same thread may get the old one. */
    @Test
    void noCallGetsAnOlderValueThanTheCallBeforeIt() throws Exception {
        List<Object> seen = new ArrayList<>();
        AtomicReference<TestMethod> of = new AtomicReference<>();
        TestCache watched = new TestCache(new CacheListener() {
            @Override
            public void loaded(CachedMethod method, CallKey key, LoadEnded ended) {
                if (ended.refresh()) {
                    seen.add(asSomebodyElse(of.get()));
                    of.get().method();
                    seen.add(asSomebodyElse(of.get()));
                }
            }
        });
        of.set(watched.method("read", LIFE, true, argument -> of.get().executions.get(), "a"));
        of.get().call();
        watched.makeStale("a");
        of.get().call();
        watched.runRefreshes();
        assertThat(seen).containsExactly(2, 2);
    }

    private static Object asSomebodyElse(TestMethod method) {
        LoadScope before = LoadScope.enter(null);
        try {
            return method.call();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            LoadScope.enter(before);
        }
    }

    private void failingRefresh() throws Exception {
        broken.set(true);
        assertThat(read.call()).isEqualTo(1);
        assertThat(cache.runRefreshes()).isEqualTo(1);
    }

    /** Calls as somebody else would, not as a part of the load that runs. */
    private Object call() {
        return asSomebodyElse(read);
    }
}
