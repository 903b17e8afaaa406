package io.quarkiverse.usecache.runtime.fill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import org.junit.jupiter.api.Test;

/** Arguments are the application's, such as entities whose lazy parts cannot be read any more when the load ends. */
class FaultyKeyTest {

    private final TestCache cache = new TestCache();
    private final Detachable argument = new Detachable();

    @Test
    void aValueIsReturnedThoughItsKeyCannotBeFoundAgain() throws Exception {
        TestMethod read = cache.method("read", ignored -> {
            argument.detached = true;
            return "value";
        });

        assertThat(read.call(argument)).isEqualTo("value");
        argument.detached = false;
        assertThat(read.call(argument)).isEqualTo("value");
        assertThat(cache.inFlight()).isZero();
    }

    @Test
    void aFailureIsThrownAndNotGivenToLaterCalls() {
        TestMethod read = cache.method("read", ignored -> {
            argument.detached = true;
            throw new IllegalArgumentException("broken");
        });

        assertThat(catchThrowable(() -> read.call(argument))).isInstanceOf(IllegalArgumentException.class);
        argument.detached = false;
        assertThat(catchThrowable(() -> read.call(argument))).isInstanceOf(IllegalArgumentException.class);
        assertThat(read.executions).hasValue(2);
    }

    private static final class Detachable {

        private boolean detached;

        @Override
        public boolean equals(Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            if (detached) {
                throw new IllegalStateException("no session");
            }
            return 1;
        }
    }
}
