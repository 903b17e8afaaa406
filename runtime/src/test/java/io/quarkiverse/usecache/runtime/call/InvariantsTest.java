package io.quarkiverse.usecache.runtime.call;

import static io.quarkiverse.usecache.CachedCall.cacheTag;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.quarkiverse.usecache.RevalidationMode;
import io.quarkiverse.usecache.runtime.load.Load;
import io.quarkiverse.usecache.runtime.load.Outcome;
import io.smallrye.mutiny.Uni;

/** Each test holds one of the orders that the guarantee rests on, by forcing the schedule that breaks its neighbour. */
class InvariantsTest {

    private final TestCache cache = new TestCache();
    private final AtomicReference<String> database = new AtomicReference<>("old");
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    @Test
    void i1TheStampIsReadBeforeTheLoad() throws Exception {
        TestMethod read = cache.method("read", argument -> readThen(() -> commit("a")), "a");

        assertThat(read.call()).isEqualTo("old");
        assertThat(read.call()).isEqualTo("new");
    }

    @Test
    void i2ANumberStoredLateDoesNotHideAGreaterOne() throws Exception {
        TestMethod read = cache.method("read", argument -> database.get(), "a");
        Consumer<Runnable> betweenClockAndStore = between -> cache.clock.revalidate(RevalidationMode.EXPIRE,
                new InterruptedTags(between, "a"));

        betweenClockAndStore.accept(() -> {
            assertThat(call(read)).isEqualTo("old");
            commit("a");
        });

        assertThat(read.call()).isEqualTo("new");
    }

    @Test
    void i3TheEpochMovesAfterTheTags() throws Exception {
        TestMethod read = cache.method("read", argument -> database.get(), "a");
        read.call();
        database.set("new");

        cache.clock.revalidate(RevalidationMode.EXPIRE, new InterruptedTags(() -> call(read), "a"));

        assertThat(read.call()).isEqualTo("new");
    }

    @Test
    void i4AnEntryIsServedUntilOneOfItsTagsMoves() throws Exception {
        TestMethod read = cache.method("read", argument -> database.get(), "a", "b");
        read.call();
        database.set("new");

        cache.revalidate("c");
        assertThat(read.call()).isEqualTo("old");
        assertThat(read.call()).isEqualTo("old");
        cache.revalidate("b");
        assertThat(read.call()).isEqualTo("new");
    }

    @Test
    void i5ANestedCallsTagKeepsTheStampOfTheNestedLoad() throws Exception {
        TestMethod inner = cache.method("inner", argument -> database.get(), "a");
        TestMethod outer = cache.method("outer", argument -> inner.call(), "b");
        inner.call();
        database.set("new");

        cache.clock.revalidate(RevalidationMode.EXPIRE, new InterruptedTags(() -> call(outer), "a"));

        assertThat(outer.call()).isEqualTo("new");
    }

    @Test
    void i5ATagThatBothCallsCarryHasTheStampOfTheOlderLoad() throws Exception {
        TestMethod inner = cache.method("inner", argument -> database.get(), "a");
        TestMethod outer = cache.method("outer", argument -> inner.call(), "a");
        inner.call();
        database.set("new");

        cache.clock.revalidate(RevalidationMode.EXPIRE, new InterruptedTags(() -> call(outer), "a"));

        assertThat(outer.call()).isEqualTo("new");
    }

    @Test
    void i5AnUnrelatedRevalidationLeavesTheOuterCallCacheable() throws Exception {
        TestMethod inner = cache.method("inner", argument -> database.get(), "a");
        TestMethod outer = cache.method("outer", argument -> inner.call(), "b");
        inner.call();
        cache.revalidate("b");

        outer.call();
        outer.call();

        assertThat(outer.executions).hasValue(1);
    }

    @Test
    void i6ATagFirstHeardOfDuringTheLoadWasRevalidatedBefore() throws Exception {
        TestMethod read = cache.method("read", argument -> readThen(() -> {
            commit("unheard of");
            cacheTag("unheard of");
        }));

        assertThat(read.call()).isEqualTo("old");
        assertThat(read.call()).isEqualTo("new");
    }

    @Test
    void i6ADroppedTagIsRememberedByTheFloor() throws Exception {
        TestMethod other = cache.method("other", argument -> "", "a");
        other.call();
        TestMethod read = cache.method("read", argument -> readThen(() -> {
            commit("a");
            dropUnusedTags();
            cacheTag("a");
        }));

        assertThat(call(read)).isEqualTo("old");
        assertThat(call(read)).isEqualTo("new");
    }

    @Test
    void i6AStateDroppedWhileALoadHoldsItLetsNobodyJoin() throws Exception {
        CountDownLatch loading = new CountDownLatch(1);
        CountDownLatch dropped = new CountDownLatch(1);
        TestMethod read = cache.method("read", argument -> {
            String value = database.get();
            cacheTag("a");
            loading.countDown();
            dropped.await();
            return value;
        });
        Future<Object> first = threads.submit(() -> call(read));
        loading.await();
        dropUnusedTags();
        commit("a");
        dropped.countDown();

        assertThat(read.call()).isEqualTo("new");
        assertThat(first.get()).isEqualTo("old");
    }

    @Test
    void i7ACallThatBeginsAfterARevalidationDoesNotJoinALoadFromBefore() throws Exception {
        CountDownLatch loading = new CountDownLatch(1);
        CountDownLatch proceed = new CountDownLatch(1);
        TestMethod read = cache.method("read", argument -> {
            String value = database.get();
            loading.countDown();
            if (value.equals("old")) {
                proceed.await();
            }
            return value;
        }, "a");
        Future<Object> first = threads.submit(() -> call(read));
        loading.await();
        commit("a");

        Future<Object> second = threads.submit(() -> call(read));
        assertThat(second.get(10, TimeUnit.SECONDS)).as("does not wait").isEqualTo("new");
        proceed.countDown();
        assertThat(first.get()).isEqualTo("old");
        assertThat(read.call()).isEqualTo("new");
    }

    @Test
    void i7AJoinerLooksAgainBecauseOfATagThatBecameKnownLate() throws Exception {
        CountDownLatch loading = new CountDownLatch(1);
        CountDownLatch proceed = new CountDownLatch(1);
        TestMethod read = cache.method("read", argument -> {
            String value = database.get();
            loading.countDown();
            proceed.await();
            cacheTag("a");
            return value;
        });
        Future<Object> first = threads.submit(() -> call(read));
        loading.await();
        commit("a");
        Future<Object> joiner = threads.submit(() -> call(read));
        awaitJoiner(read);
        proceed.countDown();

        assertThat(first.get()).isEqualTo("old");
        assertThat(joiner.get()).isEqualTo("new");
        assertThat(read.executions).hasValue(2);
    }

    /** It was about to begin, and found that it is not needed: there is nothing to share. */
    @Test
    void i7WhoeverWaitedForALoadThatDidNotRunLooksAgain() throws Exception {
        TestMethod read = cache.method("read", argument -> database.get());
        Outcome withdrawn = new Outcome.Withdrawn();
        assertThat(read.afterWaiting(true, "key", withdrawn)).isInstanceOf(Decision.Lead.class);
        read.call();
        assertThat(read.afterWaiting(true, "key", withdrawn)).isInstanceOf(Decision.Serve.class);
    }

    /** Else a call could wait for one load after the other and never be answered. */
    @Test
    void i7ACallThatCouldNotHaveWhatTwoLoadsMadeLoadsForItself() throws Exception {
        TestMethod read = cache.uni("read", argument -> Uni.createFrom().nothing());
        read.uni("key").subscribe().with(item -> {
        });
        Outcome ofItsCaller = new Outcome.Failed(new IllegalStateException("its own"), false);
        assertThat(read.afterWaiting(false, "key", ofItsCaller)).isInstanceOfSatisfying(Decision.Join.class,
                next -> assertThat(next.waited().again()).isTrue());
        assertThat(read.afterWaiting(true, "key", ofItsCaller)).as("there is a third to wait for")
                .isInstanceOf(Decision.Lead.class);
        assertThat(read.executions).hasValue(1);
    }

    @Test
    void i8WhatIsNotInItsPlaceAnyMoreIsNotPutBack() throws Exception {
        TestMethod read = cache.method("read", argument -> readThen(() -> cache.inFlight.drop(cache.load())));

        read.call();

        assertThat(cache.entries()).isZero();
    }

    @Test
    void i8WhatATakenOverLoadReturnsAtLastDoesNotReplaceWhatIsThere() throws Exception {
        AtomicReference<Runnable> during = new AtomicReference<>();
        TestMethod read = cache.method("read", argument -> readThen(during.getAndSet(() -> {
        })));
        during.set(() -> {
            cache.inFlight.drop(cache.load());
            commit("unrelated");
            assertThat(call(read)).isEqualTo("new");
        });

        assertThat(read.call()).isEqualTo("old");

        assertThat(read.call()).isEqualTo("new");
    }

    @Test
    void i8AValueWhoseTagMovedDuringTheLoadIsNotKept() throws Exception {
        TestMethod read = cache.method("read", argument -> readThen(() -> commit("a")), "a");

        read.call();

        assertThat(cache.entries()).isZero();
    }

    @Test
    void i9ARefreshHasItsOwnStamp() throws Exception {
        AtomicReference<Runnable> during = new AtomicReference<>(() -> {
        });
        TestMethod read = cache.method("read", argument -> readThen(during.get()), "a");
        read.call();
        cache.makeStale("a");
        assertThat(read.call()).isEqualTo("old");

        during.set(() -> commit("a"));
        cache.runRefreshes();

        assertThat(read.call()).isEqualTo("new");
    }

    @Test
    void i9ARefreshedEntryIsNotStaleAnyMore() throws Exception {
        TestMethod read = cache.method("read", argument -> database.get(), "a");
        read.call();
        cache.makeStale("a");
        read.call();
        cache.runRefreshes();

        read.call();

        assertThat(cache.runRefreshes()).isZero();
    }

    @Test
    void i9ThereIsAtMostOneRefresh() throws Exception {
        TestMethod read = cache.method("read", argument -> database.get(), "a");
        read.call();
        database.set("new");
        cache.makeStale("a");

        for (int i = 0; i < 10; i++) {
            assertThat(read.call()).isEqualTo("old");
        }

        assertThat(cache.runRefreshes()).isEqualTo(1);
        assertThat(read.call()).isEqualTo("new");
    }

    @Test
    void i9TwoCallsThatFindAStaleEntryAtTheSameTimeCauseOneRefresh() throws Exception {
        for (int slipIn = 1; slipIn <= 4; slipIn++) {
            TestCache stale = new TestCache();
            TestMethod read = stale.method("read", argument -> database.get(), "a");
            read.call();
            stale.makeStale("a");
            AtomicInteger untilOtherCall = new AtomicInteger(slipIn);
            stale.beforeTimeIsRead = () -> {
                if (untilOtherCall.decrementAndGet() == 0) {
                    call(read);
                }
            };

            read.call();

            assertThat(untilOtherCall).as("reads of the time").hasValueLessThanOrEqualTo(0);
            assertThat(stale.waitingRefreshes).as("the other call comes at read %d", slipIn).hasSize(1);
        }
    }

    private String readThen(Runnable action) {
        String value = database.get();
        action.run();
        return value;
    }

    private void commit(String tag) {
        database.set("new");
        cache.revalidate(tag);
    }

    private void dropUnusedTags() {
        cache.clock.startSweep();
        cache.clock.dropUnused(cache.clock.startSweep());
    }

    private static Object call(TestMethod method) {
        return unchecked(method::call);
    }

    private static <T> T unchecked(Callable<T> call) {
        try {
            return call.call();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private void awaitJoiner(TestMethod read) {
        Load load = cache.load();
        long start = System.nanoTime();
        while (load.waiters() == 0) {
            assertThat(System.nanoTime() - start).as("nobody joins").isLessThan(TimeUnit.SECONDS.toNanos(10));
            Thread.onSpinWait();
        }
    }
}
