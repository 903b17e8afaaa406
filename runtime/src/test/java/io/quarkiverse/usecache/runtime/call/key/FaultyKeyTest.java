package io.quarkiverse.usecache.runtime.call.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

import org.junit.jupiter.api.Test;

import io.quarkiverse.usecache.runtime.call.TestCache;
import io.quarkiverse.usecache.runtime.call.TestMethod;
import io.quarkiverse.usecache.runtime.load.Load;
import io.quarkiverse.usecache.runtime.load.LoadScope;

/** Arguments are the application's, such as entities whose lazy parts cannot be read any more when the load ends. */
class FaultyKeyTest {

    private final TestCache cache = new TestCache();
    private final Detachable argument = new Detachable();
    private final Detachable neighbour = new Detachable();
    private final AtomicReference<TestMethod> recursive = new AtomicReference<>();

    @Test
    void aValueIsReturnedThoughItsKeyCannotBeFoundAgain() throws Exception {
        TestMethod read = cache.method("read", ignored -> {
            argument.detached = true;
            return "value";
        });
        read.call(neighbour);
        argument.detached = false;

        assertThat(read.call(argument)).isEqualTo("value");
        argument.detached = false;
        assertThat(read.call(argument)).isEqualTo("value");
        assertThat(cache.inFlight()).isZero();
    }

    @Test
    void aFailureIsThrownAndNotGivenToLaterCalls() throws Exception {
        TestMethod read = cache.method("read", called -> {
            argument.detached = called == argument;
            return throwIfFor(argument, called);
        });
        read.call(neighbour);

        assertThat(catchThrowable(() -> read.call(argument))).isInstanceOf(IllegalArgumentException.class);
        argument.detached = false;
        assertThat(catchThrowable(() -> read.call(argument))).isInstanceOf(IllegalArgumentException.class);
        assertThat(read.executions).hasValue(3);
    }

    /** An assertion, or a graph so deep that the stack overflows: what is no exception must not leave a load in flight. */
    @Test
    void aFailureEndsTheLoadThoughItsKeyThrowsAnError() throws Exception {
        argument.failure = () -> new StackOverflowError("so deep");
        AtomicReference<Load> load = new AtomicReference<>();
        TestMethod read = cache.method("read", called -> {
            load.set(LoadScope.current().load());
            argument.detached = called == argument;
            return throwIfFor(argument, called);
        });
        read.call(neighbour);

        assertThat(catchThrowable(() -> read.call(argument))).isNotNull();
        assertThat(load.get().isDone()).isTrue();
        argument.detached = false;
        assertThat(catchThrowable(() -> read.call(argument))).isNotNull();
        assertThat(read.executions).hasValue(3);
    }

    /** Its key is compared with that of the load around it, which is in flight too. */
    @Test
    void aLoadThatCannotBeTakenOutOfThoseInFlightIsTakenOutByTheNextCall() throws Exception {
        argument.failure = () -> new AssertionError("no session");
        TestMethod read = cache.method("read", called -> called == neighbour ? callTwice() : detachOnce(), "a");
        recursive.set(read);

        assertThat(read.call(neighbour)).isEqualTo("value");

        assertThat(read.executions).hasValue(3);
        assertThat(cache.inFlight()).isZero();
    }

    @Test
    void aLoadThatCannotBeginIsNotLeftInFlight() throws Exception {
        TestMethod read = cache.method("read", called -> "value");
        read.call(neighbour);
        cache.beforeTimeIsRead = () -> argument.detached = true;

        assertThat(catchThrowable(() -> read.call(argument))).hasMessage("no session");

        assertThat(cache.inFlight()).isZero();
    }

    private Object detachOnce() {
        argument.detached = recursive.get().executions.get() == 2;
        return "value";
    }

    private Object callTwice() throws Exception {
        recursive.get().call(argument);
        argument.detached = false;
        assertThat(cache.inFlight()).isEqualTo(2);
        cache.revalidate("a");
        return recursive.get().call(argument);
    }

    private static Object throwIfFor(Object argument, Object called) {
        if (called == argument) {
            throw new IllegalArgumentException("broken");
        }
        return "value";
    }

    /** All have the same hash, so that a map has to compare them. */
    private static final class Detachable {

        private boolean detached;
        private Supplier<Error> failure;

        @Override
        public boolean equals(Object other) {
            if (detached && failure != null) {
                throw failure.get();
            }
            if (detached) {
                throw new IllegalStateException("no session");
            }
            return this == other;
        }

        @Override
        public int hashCode() {
            return 1;
        }
    }
}
