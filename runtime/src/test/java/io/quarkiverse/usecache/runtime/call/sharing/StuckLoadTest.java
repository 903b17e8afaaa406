package io.quarkiverse.usecache.runtime.call.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.usecache.Lifetime;
import io.quarkiverse.usecache.runtime.call.TestCache;
import io.quarkiverse.usecache.runtime.call.TestMethod;
import io.quarkiverse.usecache.runtime.call.TestThreads;
import io.quarkiverse.usecache.runtime.load.Load;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;

/** Loads and refreshes that never end neither block their key, nor multiply, nor hold what waited for them. */
@Timeout(60)
class StuckLoadTest {

    private static final Duration JOIN_TIMEOUT = Duration.ofSeconds(30);
    private static final Duration LATER = JOIN_TIMEOUT.plusNanos(1);
    private static final Lifetime LIFE = new Lifetime(Duration.ZERO, Duration.ofSeconds(10), Lifetime.NEVER);

    @RegisterExtension
    final TestThreads threads = new TestThreads();

    private final TestCache cache = new TestCache(100, JOIN_TIMEOUT);
    private final CountDownLatch hanging = new CountDownLatch(1);
    private final CountDownLatch release = new CountDownLatch(1);
    private final AtomicBoolean stuck = new AtomicBoolean(true);

    @AfterEach
    void end() {
        release.countDown();
    }

    /** Its callers have time-outs of their own, all shorter than the join timeout: none of them would ever take over. */
    @Test
    void aLoadOlderThanTheJoinTimeoutIsNotWaitedForWhoeverWaitedHowLong() throws Exception {
        TestMethod read = cache.uni("read",
                argument -> stuck.get() ? Uni.createFrom().nothing() : Uni.createFrom().item("new"));
        subscribed(read);
        cache.advance(LATER);
        stuck.set(false);

        assertThat(subscribed(read).awaitItem(Duration.ofSeconds(10)).getItem()).isEqualTo("new");
        assertThat(subscribed(read).awaitItem(Duration.ofSeconds(10)).getItem()).isEqualTo("new");
        assertThat(read.executions).hasValue(2);
        assertThat(cache.inFlight()).isZero();
    }

    @Test
    void aSubscriberThatGivesUpLeavesNothingAtTheLoad() throws Exception {
        TestMethod read = cache.uni("read", argument -> Uni.createFrom().nothing());
        subscribed(read);
        Load load = cache.load();
        int own = load.waiters();
        for (int i = 0; i < 100; i++) {
            subscribed(read).cancel();
        }
        assertThat(load.waiters()).isEqualTo(own);
    }

    /** All find at the same moment that the load takes too long. */
    @Test
    void ofAllThatTimeOutOneLoadsAndTheOthersWaitForThatOne() throws Exception {
        TestCache impatient = new TestCache(100, Duration.ofSeconds(2));
        CountDownLatch loading = new CountDownLatch(1);
        TestMethod[] read = new TestMethod[1];
        read[0] = impatient.method("read", argument -> {
            if (read[0].executions.get() == 1) {
                loading.countDown();
                release.await();
                return "late";
            }
            TestMethod.awaitJoiners(49);
            return "new";
        });
        Future<Object> first = threads.start(read[0]::call);
        loading.await();

        assertThat(TestThreads.all(threads.startTogether(50, i -> read[0]::call))).containsOnly("new");
        assertThat(read[0].executions).hasValue(2);
        release.countDown();
        assertThat(first.get(10, TimeUnit.SECONDS)).isEqualTo("late");
        assertThat(read[0].call()).isEqualTo("new");
    }

    @Test
    void ofAllSubscribersThatTimeOutOneLoadsAndTheOthersWaitForThatOne() throws Exception {
        TestCache impatient = new TestCache(100, Duration.ofSeconds(2));
        TestMethod[] read = new TestMethod[1];
        read[0] = impatient.uni("read", argument -> read[0].executions.get() == 1 ? Uni.createFrom().nothing()
                : Uni.createFrom().item("new").onItem().delayIt().by(Duration.ofMillis(50)));
        subscribed(read[0]);
        List<UniAssertSubscriber<Object>> all = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            all.add(subscribed(read[0]));
        }
        assertThat(all).allSatisfy(one -> assertThat(one.awaitItem(Duration.ofSeconds(20)).getItem()).isEqualTo("new"));
        assertThat(read[0].executions).hasValue(2);
    }

    @Test
    void aRefreshThatHangsIsDisplacedAfterTheJoinTimeout() throws Exception {
        TestMethod read = hangingWhenRefreshed();
        read.call();
        cache.refreshOn(task -> threads.start(() -> {
            task.run();
            return null;
        }));
        cache.advance(Duration.ofSeconds(11));
        assertThat(read.call()).isEqualTo(1);
        hanging.await();
        cache.advance(Duration.ofSeconds(29));
        assertThat(read.call()).as("one refresh is enough").isEqualTo(1);
        stuck.set(false);
        cache.refreshOn(Runnable::run);
        cache.advance(Duration.ofSeconds(2));
        assertThat(read.call()).isEqualTo(1);
        assertThat(read.call()).as("another refresh began and ended").isNotEqualTo(1);
        Object refreshed = read.call();
        release.countDown();
        assertThat(read.call()).as("the stuck one is not stored at last").isEqualTo(refreshed);
    }

    /** What another call loads in the place of one that hangs is a try to renew the same old value. */
    @Test
    void aLoadInThePlaceOfAnotherThatFailsKeepsTheOldValueFromBeingTriedAtOnce() throws Exception {
        TestMethod[] read = new TestMethod[1];
        read[0] = cache.uni("read", argument -> switch (read[0].executions.get()) {
            case 1 -> Uni.createFrom().item("old");
            case 2 -> Uni.createFrom().nothing();
            default -> Uni.createFrom().failure(new IllegalStateException("broken"));
        }, "a");
        TestMethod outer = cache.uni("outer", argument -> read[0].uni("key"));
        subscribed(read[0]);
        cache.makeStale("a");
        subscribed(outer, "hangs, as it needs the new value");
        cache.advance(LATER);
        subscribed(outer, "takes over").awaitFailure();

        assertThat(subscribed(read[0]).awaitItem().getItem()).isEqualTo("old");
        assertThat(cache.waitingRefreshes).as("not at once again").isEmpty();
        cache.advance(Duration.ofSeconds(5));
        subscribed(read[0]);
        assertThat(cache.waitingRefreshes).hasSize(1);
    }

    private TestMethod hangingWhenRefreshed() {
        TestMethod[] read = new TestMethod[1];
        read[0] = cache.method("read", LIFE, true, argument -> {
            int execution = read[0].executions.get();
            if (execution > 1 && stuck.get()) {
                hanging.countDown();
                release.await();
            }
            return execution;
        });
        return read[0];
    }

    @Test
    void aBurstOfStaleHitsBeginsFewRefreshesAndQueuesNone() throws Exception {
        TestCache small = TestCache.withMaxRefreshes(4, JOIN_TIMEOUT);
        TestMethod read = small.method("read", LIFE, true, argument -> "value");
        for (int i = 0; i < 5_000; i++) {
            read.call(i);
        }
        small.advance(Duration.ofSeconds(11));
        for (int i = 0; i < 5_000; i++) {
            assertThat(read.call(i)).isEqualTo("value");
        }
        assertThat(small.waitingRefreshes).hasSize(4);
        assertThat(small.runRefreshes()).isEqualTo(4);
        assertThat(small.waitingRefreshes).isEmpty();
        read.call(4_999);
        assertThat(small.waitingRefreshes).as("room again").hasSize(1);
    }

    @Test
    void whereNoRefreshMayRunTheCallLoads() throws Exception {
        TestCache none = TestCache.withMaxRefreshes(0, JOIN_TIMEOUT);
        TestMethod[] read = new TestMethod[1];
        read[0] = none.method("read", LIFE, true, argument -> read[0].executions.get());
        read[0].call();
        none.advance(Duration.ofSeconds(11));
        assertThat(read[0].call()).isEqualTo(2);
        assertThat(none.waitingRefreshes).isEmpty();
    }

    /** Else as many hanging refreshes as may run would end all refreshing. */
    @Test
    void refreshesThatHangMakeRoomForOthers() throws Exception {
        TestCache small = TestCache.withMaxRefreshes(2, JOIN_TIMEOUT);
        TestMethod read = small.method("read", LIFE, true, argument -> "value");
        for (int i = 0; i < 4; i++) {
            read.call(i);
        }
        small.advance(Duration.ofSeconds(11));
        read.call(0);
        read.call(1);
        read.call(2);
        assertThat(small.waitingRefreshes).hasSize(2);
        small.advance(LATER);
        read.call(2);
        read.call(3);
        assertThat(small.waitingRefreshes).hasSize(4);
    }

    @Test
    void clearingAndSweepingReleaseLoadsThatNeverEnd() throws Exception {
        TestMethod read = cache.uni("read", argument -> Uni.createFrom().nothing());
        subscribed(read);
        cache.clear("default");
        assertThat(cache.inFlight()).isZero();
        subscribed(read);
        cache.advance(JOIN_TIMEOUT.multipliedBy(9));
        cache.sweep.run();
        assertThat(cache.inFlight()).as("a slow load may still end").isEqualTo(1);
        cache.advance(JOIN_TIMEOUT.multipliedBy(2));
        cache.sweep.run();
        assertThat(cache.inFlight()).isZero();
    }

    @Test
    void timesAreNeverTooLongToBeCounted() throws Exception {
        TestCache patient = new TestCache(100, Duration.ofDays(1_000_000));
        TestMethod read = patient.method("read", argument -> {
            TestMethod.awaitJoiners(4);
            return "value";
        });
        assertThat(TestThreads.all(threads.startTogether(5, i -> read::call))).containsOnly("value");
    }

    private static UniAssertSubscriber<Object> subscribed(TestMethod method) throws Exception {
        return subscribed(method, "key");
    }

    private static UniAssertSubscriber<Object> subscribed(TestMethod method, Object argument) throws Exception {
        return method.uni(argument).subscribe().withSubscriber(UniAssertSubscriber.create());
    }
}
