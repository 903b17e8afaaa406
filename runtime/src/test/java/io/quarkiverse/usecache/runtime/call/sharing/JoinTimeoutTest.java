package io.quarkiverse.usecache.runtime.call.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.usecache.runtime.call.TestCache;
import io.quarkiverse.usecache.runtime.call.TestMethod;
import io.quarkiverse.usecache.runtime.call.TestThreads;
import io.quarkiverse.usecache.runtime.load.Load;
import io.smallrye.mutiny.Uni;

class JoinTimeoutTest {

    @RegisterExtension
    final TestThreads threads = new TestThreads();
    private final TestCache cache = new TestCache(100, Duration.ofMillis(50));
    private final CountDownLatch stuck = new CountDownLatch(1);
    private final CountDownLatch release = new CountDownLatch(1);

    @Test
    void aCallThatWaitedLongEnoughLoadsAndItsValueIsStored() throws Exception {
        TestMethod read = stuckTheFirstTime();
        Future<Object> first = threads.start(read::call);
        stuck.await();

        assertThat(read.call()).isEqualTo("second");
        assertThat(read.call()).isEqualTo("second");
        release.countDown();
        assertThat(first.get(10, TimeUnit.SECONDS)).isEqualTo("first");

        assertThat(read.call()).isEqualTo("second");
        assertThat(read.executions).hasValue(2);
        assertThat(cache.inFlight()).isZero();
    }

    @Test
    void aCallThatWaitsForTheStuckLoadGetsItsValueWhenItEndsInTime() throws Exception {
        TestCache patient = new TestCache(100, Duration.ofHours(1));
        TestMethod read = patient.method("read", argument -> {
            TestMethod.awaitJoiners(5);
            return "first";
        });

        assertThat(TestThreads.all(threads.startTogether(6, i -> read::call))).containsOnly("first");
    }

    @Test
    void aCallThatTimedOutLeavesTheOthersWaiting() throws Exception {
        TestMethod read = stuckTheFirstTime();
        Future<Object> first = threads.start(read::call);
        stuck.await();
        Load load = cache.load();
        Future<Object> dependent = threads.start(() -> load.await(Duration.ofSeconds(10).toNanos()).value());

        assertThat(read.call()).isEqualTo("second");
        release.countDown();

        assertThat(dependent.get(10, TimeUnit.SECONDS)).isEqualTo("first");
        assertThat(first.get(10, TimeUnit.SECONDS)).isEqualTo("first");
    }

    @Test
    void aSubscriberThatWaitedLongEnoughLoads() throws Exception {
        TestMethod read = cache.uni("read", argument -> stuck.getCount() > 0 ? never() : Uni.createFrom().item("second"));
        read.uni("key").subscribe().with(ignored -> {
        });

        assertThat(read.uni("key").await().atMost(Duration.ofSeconds(10))).isEqualTo("second");
        assertThat(read.uni("key").await().atMost(Duration.ofSeconds(10))).isEqualTo("second");
        assertThat(read.executions).hasValue(2);
    }

    private Uni<Object> never() {
        stuck.countDown();
        return Uni.createFrom().nothing();
    }

    private TestMethod stuckTheFirstTime() {
        return cache.method("read", argument -> {
            if (stuck.getCount() == 0) {
                return "second";
            }
            stuck.countDown();
            release.await();
            return "first";
        });
    }
}
