package io.quarkiverse.usecache.runtime.call.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.usecache.runtime.call.TestCache;
import io.quarkiverse.usecache.runtime.call.TestMethod;
import io.quarkiverse.usecache.runtime.call.TestThreads;
import io.smallrye.mutiny.Uni;

/** Nobody waits for a load that waits for it; the join timeout is so long that a test would notice. */
class RecursionTest {

    @RegisterExtension
    final TestThreads threads = new TestThreads();
    private final TestCache cache = new TestCache(100, Duration.ofHours(1));
    private final AtomicReference<TestMethod> a = new AtomicReference<>();
    private final AtomicReference<TestMethod> b = new AtomicReference<>();
    private final AtomicInteger depth = new AtomicInteger();

    @Test
    void aCallThatReachesItselfRunsTheMethod() throws Exception {
        a.set(cache.method("a", argument -> depth.incrementAndGet() < 3 ? "a" + a.get().call() : "end"));

        assertThat(a.get().call()).isEqualTo("aaend");
        assertThat(a.get().call()).isEqualTo("aaend");
        assertThat(a.get().executions).hasValue(3);
    }

    @Test
    void callsThatReachEachOtherRunTheMethods() throws Exception {
        a.set(cache.method("a", argument -> depth.incrementAndGet() < 3 ? "a" + b.get().call() : "end"));
        b.set(cache.method("b", argument -> "b" + a.get().call()));

        assertThat(a.get().call()).isEqualTo("ababend");
        assertThat(cache.inFlight()).isZero();
    }

    @Test
    void callsOfTwoThreadsThatReachEachOtherDoNotWaitForEachOther() throws Exception {
        CyclicBarrier bothRun = new CyclicBarrier(2);
        AtomicInteger running = new AtomicInteger();
        TestMethod.Body awaitOther = argument -> running.incrementAndGet() <= 2 ? bothRun.await() : null;
        a.set(cache.method("a", argument -> {
            awaitOther.run(argument);
            return depth.incrementAndGet() < 20 ? "a" + b.get().call() : "end";
        }));
        b.set(cache.method("b", argument -> {
            awaitOther.run(argument);
            return depth.incrementAndGet() < 20 ? "b" + a.get().call() : "end";
        }));

        Future<Object> first = threads.start(a.get()::call);
        Future<Object> second = threads.start(b.get()::call);

        assertThat(first.get(20, TimeUnit.SECONDS)).asString().startsWith("a").endsWith("end");
        assertThat(second.get(20, TimeUnit.SECONDS)).asString().startsWith("b").endsWith("end");
        assertThat(cache.inFlight()).isZero();
    }

    @Test
    void aUniThatReachesItselfRunsTheMethod() throws Exception {
        a.set(cache.uni("a", argument -> depth.incrementAndGet() < 3 ? a.get().uni("key").map(item -> "a" + item)
                : Uni.createFrom().item("end")));

        assertThat(a.get().uni("key").await().indefinitely()).isEqualTo("aaend");
    }
}
