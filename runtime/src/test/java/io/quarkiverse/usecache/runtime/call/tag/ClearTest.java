package io.quarkiverse.usecache.runtime.call.tag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.usecache.RevalidationMode;
import io.quarkiverse.usecache.runtime.call.InterruptedTags;
import io.quarkiverse.usecache.runtime.call.TestCache;
import io.quarkiverse.usecache.runtime.call.TestMethod;
import io.quarkiverse.usecache.runtime.call.TestThreads;

class ClearTest {

    /** A reload wants what is there now; a call that comes meanwhile must not be given what was there before. */
    @Test
    void aReloadLeavesNothingOfTheOldEntryToCallsMeanwhile() throws Exception {
        TestMethod[] read = new TestMethod[1];
        long[] entries = { -1 };
        TestCache reloaded = new TestCache();
        read[0] = reloaded.method("read", argument -> {
            entries[0] = reloaded.entries();
            return read[0].executions.get();
        });
        read[0].call();
        assertThat(read[0].reload("key")).isEqualTo(2);
        assertThat(entries[0]).as("entries during the reload").isZero();
        assertThat(read[0].call()).isEqualTo(2);
    }

    @RegisterExtension
    final TestThreads threads = new TestThreads();
    private final TestCache cache = new TestCache();
    private final TestMethod read = cache.method("read", argument -> "value");
    private final TestMethod other = cache.inOther("other", argument -> "value");

    @Test
    void oneCacheIsClearedAndTheOthersAreNot() throws Exception {
        callBoth();
        cache.clear("default");
        callBoth();

        assertThat(read.executions).hasValue(2);
        assertThat(other.executions).hasValue(1);
    }

    @Test
    void allCachesAreCleared() throws Exception {
        callBoth();
        cache.clear("default", "other");
        callBoth();

        assertThat(read.executions).hasValue(2);
        assertThat(other.executions).hasValue(2);
    }

    @Test
    void whatWasMadeOfAClearedCacheInAnotherIsGoneToo() throws Exception {
        TestMethod around = cache.inOther("around", argument -> read.call());
        around.call();
        cache.clear("default");
        around.call();
        assertThat(around.executions).hasValue(2);
    }

    @Test
    void aLoadInFlightThatTookAnEntryOfAClearedCacheIsNotKept() throws Exception {
        TestMethod around = cache.inOther("around", argument -> {
            Object taken = read.call();
            cache.clear("default");
            return taken;
        });
        around.call();
        assertThat(cache.entries()).isZero();
    }

    /** The clearing has its number before the outer load begins, and stores it after the outer load took the inner entry. */
    @Test
    void anInnerEntryThatIsBeingClearedTakesTheOuterOneAlong() throws Exception {
        TestMethod around = cache.method("around", argument -> read.call());
        read.call();
        String tag = cache.stores.get("default").clearTag().tag();
        cache.clock.revalidate(RevalidationMode.EXPIRE, new InterruptedTags(() -> {
            try {
                around.call();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }, tag));
        around.call();
        assertThat(around.executions).hasValue(2);
    }

    @ParameterizedTest
    @ValueSource(booleans = { false, true })
    void aLoadInFlightIsNeitherKeptNorJoined(boolean all) throws Exception {
        Consumer<TestCache> clear = all ? test -> test.clear("default", "other") : test -> test.clear("default");
        CountDownLatch loading = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        TestMethod slow = cache.method("slow", argument -> {
            if (loading.getCount() == 0) {
                return "new";
            }
            loading.countDown();
            release.await();
            return "old";
        });
        Future<Object> first = threads.start(slow::call);
        loading.await();

        clear.accept(cache);

        assertThat(slow.call()).isEqualTo("new");
        release.countDown();
        assertThat(first.get(10, TimeUnit.SECONDS)).isEqualTo("old");
        assertThat(slow.call()).isEqualTo("new");
        assertThat(cache.inFlight()).isZero();
    }

    @Test
    void anUnknownCacheNamesTheKnownOnes() {
        assertThatIllegalArgumentException().isThrownBy(() -> cache.stores.get("nowhere"))
                .withMessage("There is no cache [nowhere]. Cached methods use [default, other].");
    }

    private void callBoth() throws Exception {
        read.call();
        other.call();
    }
}
