package io.quarkiverse.usecache.runtime.call.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.Test;

import io.quarkiverse.usecache.runtime.call.TestCache;
import io.quarkiverse.usecache.runtime.call.TestMethod;

/** Wherever the stack ends, in the application's code or in the cache's, no load must be left behind. */
class StackOverflowTest {

    private static final long SMALL_STACK = 256 * 1024;

    private final TestCache cache = new TestCache();
    private final AtomicReference<TestMethod> recursive = new AtomicReference<>();

    @Test
    void aMethodThatRecursesForEverLeavesNothingInFlight() throws Exception {
        TestMethod read = cache.method("read", argument -> forEver(0));

        assertThat(thrownOnSmallStack(0, read)).isInstanceOf(StackOverflowError.class);
        assertThat(cache.entries()).isZero();
    }

    @Test
    void cachedCallsThatRecurseForEverLeaveNothingInFlight() throws Exception {
        recursive.set(cache.method("read", argument -> recursive.get().call((Integer) argument + 1), "a"));

        for (int depth = 0; depth < 400; depth++) {
            assertThat(thrownOnSmallStack(depth, recursive.get())).isInstanceOf(StackOverflowError.class);
            assertThat(cache.inFlight()).as("at depth %d", depth).isZero();
        }
    }

    private static Throwable thrownOnSmallStack(int depth, TestMethod method) throws InterruptedException {
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        Thread thread = new Thread(null, () -> {
            try {
                deeper(depth, method);
            } catch (Throwable failure) {
                thrown.set(failure);
            }
        }, "small", SMALL_STACK);
        thread.start();
        thread.join();
        return thrown.get();
    }

    private static Object deeper(int depth, TestMethod method) throws Exception {
        return depth == 0 ? method.call(0) : deeper(depth - 1, method);
    }

    private static int forEver(int depth) {
        return forEver(depth + 1) + 1;
    }
}
